/** Sides of a comparison, each run in a process of its own, in turns, so that what the machine does besides hits all alike. */
import { spawn } from "node:child_process";
import path from "node:path";
import { Readable } from "node:stream";

/** What one run of a side took. */
export interface Taken {
  /** Seconds of all its threads, from the start of the process to its end. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** The most memory it held, in MB. */
  readonly peak: number;
  readonly output: string;
}

/** A program with its arguments. It tells what it took on its fourth stream: `{"cpu":1.5,"peak":120}`. */
export type Side = readonly string[];

const PROBE = path.join("test", "bench", "probe.cjs");

/** One of `sides.ts`, in a Node of its own. */
export function ownSide(name: string, ...words: readonly string[]): Side {
  return [process.execPath, "--require", path.resolve(PROBE), process.argv[1] ?? "", "--side", name, ...words];
}

/** The command line as users start it. */
export function commandLine(...words: readonly string[]): Side {
  return [process.execPath, "--require", path.resolve(PROBE), path.join("src", "taizhang.mjs"), ...words];
}

export async function take([program = "", ...words]: Side): Promise<Taken> {
  const started = process.hrtime.bigint();
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const [output, complaint, told] = await Promise.all([child.stdout, child.stderr, child.stdio[3]].map(text));
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once("close", resolve)));
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (told === undefined || told === "") throw new Error(`${program} ${words.join(" ")} ended with ${code}\n${complaint ?? ""}`);
  const { cpu, peak } = JSON.parse(told) as { readonly cpu: number; readonly peak: number };
  return { cpu, wall, peak, output: (output ?? "").trim() };
}

/** Every side so many times, one after the other, then all again. In the order of the sides. */
export async function takeTurns(sides: readonly Side[], runs: number): Promise<readonly (readonly Taken[])[]> {
  const taken = sides.map((): Taken[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, side] of sides.entries()) taken[at]?.push(await take(side));
  }
  return taken;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export const cpuOf = (taken: readonly Taken[]): number => median(taken.map(({ cpu }) => cpu));
export const wallOf = (taken: readonly Taken[]): number => median(taken.map(({ wall }) => wall));
export const peakOf = (taken: readonly Taken[]): number => Math.max(...taken.map(({ peak }) => peak));

/** Milliseconds of one call. */
export function clock(work: () => unknown): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

async function text(stream: unknown): Promise<string> {
  const chunks: Buffer[] = [];
  if (stream instanceof Readable) for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
