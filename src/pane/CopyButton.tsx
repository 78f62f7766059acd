import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { copyText } from "./merge/copyText";
import { usePane } from "./usePane";

/** Puts a text on the clipboard and says so. `label` where more than one thing can be copied. */
export function CopyButton({ text, label, primary = false }: { readonly text: () => string; readonly label?: string; readonly primary?: boolean }) {
  const { words, announce, act } = usePane();
  const [copied, setCopied] = useState(false);
  return (
    <Button size="small" appearance={primary ? "primary" : "secondary"} onClick={() => act(async () => {
      const done = await copyText(text());
      setCopied(done);
      if (done) announce(words.copied);
    })}>{copied ? words.copied : (label ?? words.copy)}</Button>
  );
}
