import { attributeText, elementText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, type XmlScanner } from "../xml/scanner";

const NAME = nameCode("name");

/** Reads docProps/custom.xml (ECMA-376 22.3): the custom document properties as text, by name. */
export function readProperties(xml: XmlScanner): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  openRoot(xml);
  forEachChild(xml, () => {
    const name = attributeText(xml, NAME);
    if (name !== null) properties.set(name, elementText(xml, true));
  });
  return properties;
}
