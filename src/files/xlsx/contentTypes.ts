import { attributeText } from "../xml/texts";
import { END, nameCode, OPEN, type XmlScanner } from "../xml/scanner";

const [OVERRIDE, PART_NAME, CONTENT_TYPE] = ["Override", "PartName", "ContentType"].map(nameCode) as [number, number, number];

/** The content type that [Content_Types].xml gives to one part by name (ECMA-376 part 2, 10.1.2); "" for none. */
export function readContentType(xml: XmlScanner, part: string): string {
  let type = "";
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN || xml.name !== OVERRIDE) continue;
    if (attributeText(xml, PART_NAME)?.toLowerCase() === `/${part.toLowerCase()}`) type = attributeText(xml, CONTENT_TYPE) ?? "";
  }
  return type;
}
