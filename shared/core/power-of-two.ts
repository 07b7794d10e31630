const [smallest, largest] = [-1022, 1023];

/** Every power of two that a double holds with all its digits, made by exact steps. */
const powers = new Float64Array(largest - smallest + 1);
powers[-smallest] = 1;
for (let k = 1; k <= largest; k += 1) powers[k - smallest] = (powers[k - 1 - smallest] ?? 1) * 2;
for (let k = -1; k >= smallest; k -= 1) powers[k - smallest] = (powers[k + 1 - smallest] ?? 1) / 2;

/** 2 to a whole power from −1022 to 1023, exact. */
export function powerOfTwo(exponent: number): number {
  return powers[exponent - smallest] ?? NaN;
}

/** A double's bits begin with its sign and eleven bits that are its exponent and 1023 more. */
const bits = new DataView(new ArrayBuffer(8));
const bias = 1023;

/** The whole power of two at or below a positive double, for 2^−1022 and above. */
export function exponentOf(x: number): number {
  bits.setFloat64(0, x);
  return (bits.getInt32(0) >> 20) - bias;
}
