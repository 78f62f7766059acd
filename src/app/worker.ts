/** The engine's own thread. */
import "./oldBrowser";
import { expose } from "comlink";
import { localEngine } from "./engine";

expose(localEngine);
