/** JSON in pieces: a long array never becomes one string. */

const PIECE = 64 * 1024;

/** Writes one JSON document and a line end; arrays of the document and of its own properties go element by element. */
export async function writeJson(document: unknown, write: (text: string) => Promise<void>): Promise<void> {
  let pending = "";
  const put = async (text: string): Promise<void> => {
    pending += text;
    if (pending.length < PIECE) return;
    await write(pending);
    pending = "";
  };
  await putValue(document, 2, put);
  await write(`${pending}\n`);
}

async function putValue(value: unknown, depth: number, put: (text: string) => Promise<void>): Promise<void> {
  if (depth > 0 && Array.isArray(value)) {
    await put("[");
    for (let index = 0; index < value.length; index += 1) {
      await put(index === 0 ? "\n" : ",\n");
      await put(JSON.stringify(value[index]) || "null");
    }
    await put("]");
  } else if (depth > 0 && typeof value === "object" && value !== null) {
    await put("{");
    let first = true;
    for (const [key, own] of Object.entries(value)) {
      if (own === undefined) continue;
      await put(`${first ? "" : ","}\n${JSON.stringify(key)}:`);
      await putValue(own, depth - 1, put);
      first = false;
    }
    await put("}");
  } else {
    await put(JSON.stringify(value) || "null");
  }
}
