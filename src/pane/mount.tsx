/** Puts a page of ours into its element `#root`: Fluent UI's theme follows the system's light and dark. */
import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";

const DARK = "(prefers-color-scheme: dark)";

function followDark(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

function Themed({ children }: { readonly children: ReactNode }) {
  const dark = useSyncExternalStore(followDark, () => matchMedia(DARK).matches);
  // Scroll bars and the browser's own controls follow.
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark]);
  return <FluentProvider theme={dark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>{children}</FluentProvider>;
}

/** Renders a whole page. High contrast is the browser's: forced colours replace the theme's. */
export function mountPage(page: ReactNode): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no element #root");
  createRoot(root).render(<Themed>{page}</Themed>);
}
