/** Why XML is refused. Thrown inside `files` only, and turned into a `FileFault` where the part's name is known. */
export class XmlFault extends Error {
  readonly kind: "doctype" | "damaged";

  constructor(kind: "doctype" | "damaged") {
    super(kind);
    this.name = "XmlFault";
    this.kind = kind;
  }
}
