import type { Hash } from '../../audit/merkle';

/**
 * Whether a signature is that of an Ed25519 key (RFC 8032 §5.1.7), in plain integers: a page opened
 * from a disk may be read by a browser that knows no Ed25519 and must not ask anybody. Nothing secret
 * is reckoned with here, so the time it takes tells nothing.
 */
const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = mod(-121665n * inverse(121666n));
const ROOT = power(2n, (P - 1n) / 4n);

/** Extended coordinates (§5.1.4): x = X/Z, y = Y/Z, x·y = T/Z. */
type Point = readonly [X: bigint, Y: bigint, Z: bigint, T: bigint];

const BASE = lift(mod(4n * inverse(5n)), false)!;
const NOTHING: Point = [0n, 1n, 1n, 0n];

function mod(a: bigint): bigint {
	const rest = a % P;
	return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	for (let square = mod(base); exponent; exponent >>= 1n, square = (square * square) % P)
		if (exponent & 1n) result = (result * square) % P;
	return result;
}

function inverse(a: bigint): bigint {
	return power(a, P - 2n);
}

/** The point with this y whose x is odd or even; null when there is none (§5.1.3). */
function lift(y: bigint, odd: boolean): Point | null {
	if (y >= P) return null;
	const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
	let x = power(square, (P + 3n) / 8n);
	if (mod(x * x - square)) x = mod(x * ROOT);
	if (mod(x * x - square) || (x === 0n && odd)) return null;
	if ((x & 1n) !== (odd ? 1n : 0n)) x = P - x;
	return [x, y, 1n, mod(x * y)];
}

function add(p: Point, q: Point): Point {
	const a = mod((p[1] - p[0]) * (q[1] - q[0]));
	const b = mod((p[1] + p[0]) * (q[1] + q[0]));
	const c = mod(2n * p[3] * q[3] * D);
	const d = mod(2n * p[2] * q[2]);
	const [e, f, g, h] = [b - a, d - c, d + c, b + a];
	return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(scalar: bigint, point: Point): Point {
	let sum = NOTHING;
	for (let twice = point; scalar; scalar >>= 1n, twice = add(twice, twice))
		if (scalar & 1n) sum = add(sum, twice);
	return sum;
}

const number = (bytes: Uint8Array): bigint =>
	bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function decoded(bytes: Uint8Array): Point | null {
	const all = number(bytes);
	const mask = 1n << 255n;
	return lift(all & (mask - 1n), (all & mask) !== 0n);
}

/**
 * @param sha512 the hash Ed25519 is made with
 * @param key 32 bytes
 * @param signature 64 bytes
 */
export function signedBy(
	sha512: Hash,
	key: Uint8Array,
	message: Uint8Array,
	signature: Uint8Array
): boolean {
	if (key.length !== 32 || signature.length !== 64) return false;
	const [a, r] = [decoded(key), decoded(signature.slice(0, 32))];
	const s = number(signature.slice(32));
	if (!a || !r || s >= L) return false;
	const all = new Uint8Array(64 + message.length);
	all.set(signature.slice(0, 32));
	all.set(key, 32);
	all.set(message, 64);
	const k = number(sha512(all)) % L;
	const [left, right] = [times(s, BASE), add(r, times(k, a))];
	return (
		mod(left[0] * right[2] - right[0] * left[2]) === 0n &&
		mod(left[1] * right[2] - right[1] * left[2]) === 0n
	);
}
