import type { FormStyle } from "../rules/formStyle";
import { oneOf } from "./subject";

/** The form that the sheet is held to. */
export const form = oneOf<FormStyle>("版式", "master", { master: "与母版一致", standard: "标准版式", none: "不检查" });
