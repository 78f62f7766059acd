import type { OfficePackage } from "../officePackage";
import { attributeText, elementText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, type XmlScanner } from "../xml/scanner";

const NAME = nameCode("name");

/** The custom document properties of a package as text, by name; none where it has no such part. */
export function readCustomProperties(office: OfficePackage): ReadonlyMap<string, string> {
  const relation = office.relations("").find(({ kind }) => kind === "custom-properties" || kind === "customProperties");
  return relation !== undefined && office.has(relation.target) ? office.scan(relation.target, readProperties) : new Map();
}

/** Reads docProps/custom.xml (ECMA-376 22.3). */
function readProperties(xml: XmlScanner): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  openRoot(xml);
  forEachChild(xml, () => {
    const name = attributeText(xml, NAME);
    if (name !== null) properties.set(name, elementText(xml, true));
  });
  return properties;
}
