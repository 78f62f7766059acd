import type { Style } from "../text/profile";
import { oneOf } from "./subject";

/** The spelling that text is held to. */
export const spelling = oneOf<Style>("拼写", "master", { master: "与母版一致", official: "公文规范", none: "不改" });
