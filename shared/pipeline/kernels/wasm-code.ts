/**
 * The few instructions of WebAssembly that the kernels are written in, as the bytes of its binary format (W3C
 * WebAssembly Core 2.0, section 5). Written out here, no second compiler is needed and no generated file is kept.
 */
export type Code = readonly (number | Code | Sized)[];

/** Bytes that come after their number. */
type Sized = { readonly of: Code };

/** An unsigned number in LEB128. */
function unsigned(value: number): number[] {
  if (value < 0x80) return [value];
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** A signed number in LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const low = rest & 0x7f;
    const whole = rest >> 7;
    if ((whole === 0 && low < 0x40) || (whole === -1 && low >= 0x40)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

function double(value: number): number[] {
  return [...new Uint8Array(new Float64Array([value]).buffer)];
}

/** A local variable, by its place among the parameters and locals of its function. */
export type Local = number;

/** Functions here have fewer than 128 variables: one byte names each. */
export const get = (local: Local): Code => [0x20, local];
export const set = (local: Local, value: Code): Code => [value, 0x21, local];

export const integer = (value: number): Code => [0x41, signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [a, b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [a, b, 0x6c];
export const equal = (a: Code, b: Code): Code => [a, b, 0x46];
export const below = (a: Code, b: Code): Code => [a, b, 0x49];
/** Both not zero, of comparisons. */
export const both = (a: Code, b: Code): Code => [a, b, 0x71];
export const loadInteger = (address: Code, offset = 0): Code => [address, 0x28, 2, unsigned(offset)];
export const increase = (local: Local, by: number): Code => set(local, add(get(local), integer(by)));

const simd = (code: number): Code => [0xfd, unsigned(code)];

/** Two numbers at once. */
export const pair = {
  load: (address: Code, offset = 0): Code => [address, simd(0x00), 3, unsigned(offset)],
  /** The same number twice, read from memory. */
  loadTwice: (address: Code, offset = 0): Code => [address, simd(0x0a), 3, unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [address, value, simd(0x0b), 3, unsigned(offset)],
  of: (value: number): Code => [simd(0x0c), double(value), double(value)],
  add: (a: Code, b: Code): Code => [a, b, simd(0xf0)],
  subtract: (a: Code, b: Code): Code => [a, b, simd(0xf1)],
  multiply: (a: Code, b: Code): Code => [a, b, simd(0xf2)],
  /** Neither of the first at or above the second. */
  bothBelow: (a: Code, b: Code): Code => [a, b, simd(0x49), simd(0xc3)],
};

export const when = (condition: Code, ...body: readonly Code[]): Code => [condition, 0x04, 0x40, body, 0x0b];
/** Again and again while the condition holds. */
export const repeatWhile = (condition: Code, ...body: readonly Code[]): Code =>
  when(condition, [0x03, 0x40, body, condition, 0x0d, 0, 0x0b]);

const types = { integer: 0x7f, pair: 0x7b } as const;

/** A function without a result: its name, integer parameters, and locals in the order of their places. */
export type Definition = {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly pairs: number;
  readonly body: Code;
};

/** A number of bytes in LEB128, made up to five: so it can be written once the bytes are. */
function putSize(bytes: number[], at: number, size: number): void {
  for (let place = 0; place < 5; place += 1) {
    bytes[at + place] = ((size >>> (7 * place)) & 0x7f) | (place < 4 ? 0x80 : 0);
  }
}

function putPart(bytes: number[], part: number | Code | Sized): void {
  if (typeof part === 'number') bytes.push(part);
  else if ('of' in part) {
    const at = bytes.length;
    bytes.push(0, 0, 0, 0, 0);
    putPart(bytes, part.of);
    putSize(bytes, at, bytes.length - at - 5);
  } else for (let index = 0; index < part.length; index += 1) putPart(bytes, part[index] ?? 0);
}

function named(name: string): Code {
  return [{ of: [...name].map((letter) => letter.charCodeAt(0)) }];
}

function section(id: number, items: readonly Code[]): Code {
  return [id, { of: [unsigned(items.length), items] }];
}

/** A module of functions over an imported memory (`host`.`memory`), each exported by its name. */
export function moduleOf(definitions: readonly Definition[]): Uint8Array<ArrayBuffer> {
  const signature = ({ parameters }: Definition): Code => [
    0x60,
    unsigned(parameters),
    Array.from({ length: parameters }, () => types.integer),
    0,
  ];
  const body = ({ integers, pairs, body: code }: Definition): Code => [
    { of: [2, unsigned(integers), types.integer, unsigned(pairs), types.pair, code, 0x0b] },
  ];
  const bytes: number[] = [];
  putPart(bytes, [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, definitions.map(signature)),
    section(2, [[named('host'), named('memory'), 2, 0, 1]]),
    section(
      3,
      definitions.map((_, index) => unsigned(index)),
    ),
    section(
      7,
      definitions.map(({ name }, index) => [named(name), 0, unsigned(index)]),
    ),
    section(10, definitions.map(body)),
  ]);
  return Uint8Array.from(bytes);
}
