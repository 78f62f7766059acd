/** One named small change of a text. Idempotent; leaves what `protect.ts` protects. What each is for says the rule that offers it. */
export interface TextStep {
  readonly name: string;
  apply(text: string): string;
}
