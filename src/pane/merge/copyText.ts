import { guardedText } from "../../core/text/formulaLike";

/** Puts a text on the clipboard; false where the page is not allowed to. No line of it becomes a formula where it is pasted into cells. */
export async function copyText(lines: string): Promise<boolean> {
  const text = lines.split("\n").map(guardedText).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Web views of Office often forbid the clipboard's own interface and still know the old way. */
function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way where the clipboard is forbidden
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
