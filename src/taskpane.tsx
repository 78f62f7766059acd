import { FluentProvider, Title3, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root === null) throw new Error("taskpane.html has no element #root.");
createRoot(root).render(
  <FluentProvider theme={webLightTheme}>
    <Title3 as="h1">台账助手</Title3>
  </FluentProvider>,
);
