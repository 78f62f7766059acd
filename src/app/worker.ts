/** The engine's own thread. */
import "./oldBrowser";
import { expose } from "comlink";
import { localEngine } from "./engine";
import { WorkerDesk } from "./workerDesk";

expose(new WorkerDesk(localEngine));
