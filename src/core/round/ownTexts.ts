import type { Flag } from "./flag";

/**
 * Texts by themselves. A text that was read is a piece of all the text around it and keeps that in memory; what is kept of a
 * thousand files must not keep the files. Equal texts are one.
 */
export class OwnTexts {
  private readonly known = new Map<string, string>();

  /** An equal text that holds nothing but itself. */
  of(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const own = JSON.parse(JSON.stringify(text)) as string;
    this.known.set(own, own);
    return own;
  }

  flag(flag: Flag): Flag {
    const params = Object.entries(flag.params);
    if (!params.some(([, value]) => typeof value === "string")) return flag;
    return { ...flag, params: Object.fromEntries(params.map(([name, value]) => [name, typeof value === "string" ? this.of(value) : value])) };
  }
}
