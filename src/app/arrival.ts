import type { Arrival } from "../core/round/readReturn";
import type { Received, Round } from "../core/round/round";

/** How a file that waits is read: when it came, and what a person said of it. */
export function arrivalOf({ source, received, insisted, batch }: Received, { senders }: Round, run: string): Arrival {
  return { received, run, unit: senders.get(source.name) ?? null, insisted, batch };
}
