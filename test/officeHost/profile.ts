/** The versions of Excel that the product meets, as far as they differ for an add-in. */

export interface Profile {
  readonly name: string;
  /** The highest minor number of ExcelApi: 14 stands for 1.14. */
  readonly excelApi: number;
  readonly platform: "PC" | "OfficeOnline";
  /** Bytes of a request or a response, as JSON; null for no limit. */
  readonly payloadLimit: number | null;
  /** The highest minor number of ExcelApiUndo, the client's own gate to undoable requests; 0 for none. */
  readonly undo: number;
}

const MB = 1024 * 1024;

export const PROFILES = {
  /** The least that we run on. */
  floor: { name: "1.9", excelApi: 9, platform: "PC", payloadLimit: null, undo: 0 },
  ltsc2021: { name: "1.14", excelApi: 14, platform: "PC", payloadLimit: null, undo: 0 },
  ltsc2024: { name: "1.17", excelApi: 17, platform: "PC", payloadLimit: null, undo: 0 },
  microsoft365: { name: "Microsoft 365", excelApi: 21, platform: "PC", payloadLimit: null, undo: 8 },
  web: { name: "web", excelApi: 21, platform: "OfficeOnline", payloadLimit: 5 * MB, undo: 8 },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

/** What `Office.context.requirements.isSetSupported` answers. A set without a version is asked for as a whole. */
export function isSetSupported(profile: Profile, set: string, version = "1.1"): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major <= 1 && minor <= highestOf(profile, set);
}

function highestOf(profile: Profile, set: string): number {
  switch (set) {
    case "ExcelApi":
      return profile.excelApi;
    case "ExcelApiUndo":
      return profile.undo;
    case "CompressedFile":
      return 1;
    case "RichApiRuntimeFlag":
      return profile.undo > 0 ? 1 : 0;
    default:
      return 0;
  }
}
