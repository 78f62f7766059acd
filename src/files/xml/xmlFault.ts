/** Why XML is refused. Thrown inside `files` only, and turned into a `FileFault` where the part's name is known. */
export class XmlFault extends Error {
  readonly kind: "doctype" | "externalEntity" | "damaged";

  constructor(kind: "doctype" | "externalEntity" | "damaged") {
    super(kind);
    this.name = "XmlFault";
    this.kind = kind;
  }
}
