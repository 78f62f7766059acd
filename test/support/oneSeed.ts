/** Properties run over the same cases every time; `SEED=… npm test` looks at others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20260101) });
