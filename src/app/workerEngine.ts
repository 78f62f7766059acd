/** The engine in a thread of its own, so that the pane answers while it works. */
import { wrap } from "comlink";
import type { Engine } from "./engine";

export interface CancellableEngine extends Engine {
  /** Ends what is under way; its answer never comes. The next question starts a new thread. */
  cancel(): void;
}

/** Starts a thread when the first question is asked. A thread that can't be started or breaks rejects what it was asked. */
export function workerEngine(): CancellableEngine {
  let worker: Worker | null = null;
  let remote: Engine | null = null;
  let broken = new Promise<never>(() => undefined);
  const end = (): void => {
    worker?.terminate();
    worker = null;
    remote = null;
  };
  const start = (): Engine => {
    const own = new Worker(new URL("./worker.ts", import.meta.url));
    broken = new Promise<never>((_, reject) => {
      own.addEventListener("error", ({ message }) => {
        end();
        reject(new Error(`the engine's thread broke: ${message || "it could not be started"}`));
      });
    });
    broken.catch(() => undefined);
    worker = own;
    const engine = wrap<Engine>(own);
    remote = engine;
    return engine;
  };
  const ask = async <T>(question: (engine: Engine) => Promise<T>): Promise<T> => {
    const engine = remote ?? start();
    return Promise.race([question(engine), broken]);
  };
  return {
    understand: (...given) => ask((engine) => engine.understand(...given)),
    rules: () => ask((engine) => engine.rules()),
    readFiles: (...given) => ask((engine) => engine.readFiles(...given)),
    check: (...given) => ask((engine) => engine.check(...given)),
    normalize: (...given) => ask((engine) => engine.normalize(...given)),
    correct: (...given) => ask((engine) => engine.correct(...given)),
    light: (...given) => ask((engine) => engine.light(...given)),
    relight: (...given) => ask((engine) => engine.relight(...given)),
    merge: (...given) => ask((engine) => engine.merge(...given)),
    recover: (...given) => ask((engine) => engine.recover(...given)),
    undo: (...given) => ask((engine) => engine.undo(...given)),
    cancel: end,
  };
}
