/**
 * Verifies an Ed25519 signature where the browser cannot. Nothing in it is secret, so it need not take the same time for
 * everything. Names are those of the standard. Source: RFC 8032, 5.1
 */

type Bytes = Uint8Array<ArrayBuffer>;
/** Extended homogeneous coordinates. */
type Point = readonly [X: bigint, Y: bigint, Z: bigint, T: bigint];

const P = 2n ** 255n - 19n;
/** The order of the base point. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const NEUTRAL: Point = [0n, 1n, 1n, 0n];

const mod = (value: bigint, by = P): bigint => ((value % by) + by) % by;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}

const D = mod(-121665n * power(121666n, P - 2n));
/** A square root of −1. */
const I = power(2n, (P - 1n) / 4n);

function add([X1, Y1, Z1, T1]: Point, [X2, Y2, Z2, T2]: Point): Point {
  const a = mod((Y1 - X1) * (Y2 - X2));
  const b = mod((Y1 + X1) * (Y2 + X2));
  const c = mod(2n * D * T1 * T2);
  const d = mod(2n * Z1 * Z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(scalar: bigint, point: Point): Point {
  let [result, double] = [NEUTRAL, point];
  for (let left = scalar; left > 0n; left >>= 1n) {
    if (left & 1n) result = add(result, double);
    double = add(double, double);
  }
  return result;
}

const isSame = ([X1, Y1, Z1]: Point, [X2, Y2, Z2]: Point): boolean =>
  mod(X1 * Z2 - X2 * Z1) === 0n && mod(Y1 * Z2 - Y2 * Z1) === 0n;

const littleEndian = (bytes: Bytes): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

/** Undefined when no point is written so. */
function decode(bytes: Bytes): Point | undefined {
  const written = littleEndian(bytes);
  const y = written & (2n ** 255n - 1n);
  if (bytes.length !== 32 || y >= P) return undefined;
  const u = mod(y * y - 1n);
  const v = mod(D * y * y + 1n);
  const root = mod(u * v ** 3n * power(mod(u * v ** 7n), (P - 5n) / 8n));
  const square = mod(v * root * root);
  if (square !== u && square !== mod(-u)) return undefined;
  const x = square === u ? root : mod(root * I);
  const isOdd = (written >> 255n) & 1n;
  if (x === 0n && isOdd === 1n) return undefined;
  const X = (x & 1n) === isOdd ? x : P - x;
  return [X, y, 1n, mod(X * y)];
}

const BASE = decode(Uint8Array.of(0x58, ...Array<number>(31).fill(0x66)));

export async function verifies(publicKey: Bytes, signature: Bytes, signed: Bytes): Promise<boolean> {
  const [written, scalar] = [signature.slice(0, 32), signature.slice(32)];
  const [A, R, S] = [decode(publicKey), decode(written), littleEndian(scalar)];
  if (A === undefined || R === undefined || BASE === undefined) return false;
  if (scalar.length !== 32 || S >= L) return false;
  const hashed = await crypto.subtle.digest('SHA-512', Uint8Array.of(...written, ...publicKey, ...signed));
  const k = mod(littleEndian(new Uint8Array(hashed)), L);
  return isSame(times(S, BASE), add(R, times(k, A)));
}
