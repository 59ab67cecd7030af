/** A token classifier of one table: the logits of a piece are the row of its id. Written as ONNX (IR version 8, opset 13) by hand. */
export function tableModel(rows: readonly (readonly number[])[]): Uint8Array {
  const [height, width] = [rows.length, rows[0]!.length];
  const weights = new Float32Array(rows.flat());
  const tensor = [varint(1, height), varint(1, width), varint(2, 1), text(8, "table"), bytes(9, new Uint8Array(weights.buffer))];
  const node = [text(1, "table"), text(1, "input_ids"), text(2, "logits"), text(4, "Gather")];
  const int64 = 7;
  const float = 1;
  const graph = [
    bytes(1, joined(node)),
    text(2, "tagger"),
    bytes(5, joined(tensor)),
    bytes(11, input("input_ids", int64, ["batch", "pieces"])),
    bytes(12, input("logits", float, ["batch", "pieces", width])),
  ];
  return joined([varint(1, 8), bytes(7, joined(graph)), bytes(8, joined([text(1, ""), varint(2, 13)]))]);
}

function input(name: string, type: number, dims: readonly (string | number)[]): Uint8Array {
  const shape = dims.map((dim) => bytes(1, typeof dim === "string" ? text(2, dim) : varint(1, dim)));
  const tensorType = joined([varint(1, type), bytes(2, joined(shape))]);
  return joined([text(1, name), bytes(2, bytes(1, tensorType))]);
}

// Protocol Buffers: a field is its number and wire type, then a varint (0) or a length and bytes (2).
function varint(field: number, value: number): Uint8Array {
  return Uint8Array.from([...number(field << 3), ...number(value)]);
}

function bytes(field: number, content: Uint8Array): Uint8Array {
  return joined([Uint8Array.from([...number((field << 3) | 2), ...number(content.length)]), content]);
}

function text(field: number, content: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(content));
}

function number(value: number): number[] {
  const out: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return [...out, rest];
    out.push((rest & 127) | 128);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
