/** A content coding this server can produce; `identity` is no coding. */
export type Encoding = 'br' | 'gzip' | 'identity';

const usual = new Map<string, Encoding>();

/**
 * Chooses a content coding from `Accept-Encoding` (RFC 9110 §12.5.3): the highest q value wins,
 * brotli before gzip before identity when equal, q=0 forbids, `*` speaks for what is not named.
 * When everything is forbidden identity is sent, as the standard recommends over 406.
 */
export function chooseEncoding(header: string | undefined): Encoding {
	if (header === undefined || header === '') return 'identity';
	const known = usual.get(header);
	if (known) return known;
	const chosen = negotiate(header);
	if (usual.size < 100) usual.set(header, chosen);
	return chosen;
}

function negotiate(header: string): Encoding {
	const weights = new Map<string, number>();
	for (const part of header.toLowerCase().split(',')) {
		const [name = '', ...params] = part.split(';').map((piece) => piece.trim());
		if (name === '') continue;
		const q = params.find((param) => param.startsWith('q='))?.slice(2);
		const weight =
			q === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0;
		weights.set(name === 'x-gzip' ? 'gzip' : name, weight);
	}
	const rest = weights.get('*');
	let best: Encoding = 'identity';
	let height = weights.get('identity') ?? (rest === 0 ? 0 : 0.0001);
	for (const name of ['gzip', 'br'] as const) {
		const weight = weights.get(name) ?? rest ?? 0;
		if (weight > 0 && weight >= height) [best, height] = [name, weight];
	}
	return best;
}
