import { err } from "../core/result";
import type { FileFault } from "./fault";
import { PartFault } from "./partFault";
import { attributeText } from "./xml/texts";
import { END, nameCode, OPEN, XmlScanner } from "./xml/scanner";
import { asUtf8 } from "./xml/utf8";
import { XmlFault } from "./xml/xmlFault";
import type { ZipPackage } from "./zip/openZip";

/** A relation from one part to another (ECMA-376 part 2, 9.3). */
export interface Relation {
  readonly id: string;
  /** The last word of the type, which strict and transitional files share: "worksheet", "sharedStrings". */
  readonly kind: string;
  /** The name of the part in the package, or the address outside it. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of an office file, whose names differ from the entries' at most by case. */
export class OfficePackage {
  readonly zip: ZipPackage;
  private readonly entries: ReadonlyMap<string, string>;

  constructor(zip: ZipPackage) {
    this.zip = zip;
    this.entries = new Map(zip.names().map((name) => [name.toLowerCase(), name]));
  }

  /** Names of all parts, as the package spells them. */
  names(): readonly string[] {
    return [...this.entries.values()];
  }

  has(part: string): boolean {
    return this.zip.has(part) || this.entries.has(part.toLowerCase());
  }

  /** The bytes of a part; throws `PartFault` where it is missing, damaged or beyond the limits. */
  bytes(part: string): Uint8Array {
    const name = this.zip.has(part) ? part : this.entries.get(part.toLowerCase());
    const read = name === undefined ? err<FileFault>({ kind: "missingPart", part }) : this.zip.read(name);
    if (!read.ok) throw new PartFault(read.error);
    return read.value;
  }

  /** What `visit` makes of the part's XML; throws `PartFault` naming the part. */
  scan<T>(part: string, visit: (xml: XmlScanner) => T): T {
    try {
      const xml = new XmlScanner(asUtf8(this.bytes(part)));
      const result = visit(xml);
      while (xml.next() !== END);
      return result;
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      throw new PartFault(error.kind === "damaged" ? { kind: "damagedPart", part } : { kind: error.kind, part });
    }
  }

  /** The relations of a part, of the package for "". */
  relations(part: string): readonly Relation[] {
    const slash = part.lastIndexOf("/") + 1;
    const rels = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    return this.has(rels) ? this.scan(rels, (xml) => readRelations(xml, part.slice(0, slash))) : [];
  }
}

const RELATIONSHIP = nameCode("Relationship");
const ID = nameCode("Id");
const TYPE = nameCode("Type");
const TARGET = nameCode("Target");
const TARGET_MODE = nameCode("TargetMode");

function readRelations(xml: XmlScanner, folder: string): readonly Relation[] {
  const relations: Relation[] = [];
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN || xml.name !== RELATIONSHIP) continue;
    const type = attributeText(xml, TYPE) ?? "";
    const external = attributeText(xml, TARGET_MODE) === "External";
    const target = attributeText(xml, TARGET) ?? "";
    relations.push({
      id: attributeText(xml, ID) ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : partName(folder, target),
      external,
    });
  }
  return relations;
}

/** The part that a target means, seen from a folder ("xl/" or ""). */
function partName(folder: string, target: string): string {
  const slashed = target.replaceAll("\\", "/");
  const path: string[] = [];
  for (const step of (slashed.startsWith("/") ? slashed : folder + slashed).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return decoded(path.join("/"));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
