/** One field of a form as it comes in; its bytes must be read, or are skipped, before the next. */
interface Part {
	name: string;
	/** The name of a chosen file as the browser sent it; null for an ordinary field. */
	filename: string | null;
	bytes: AsyncGenerator<Buffer, void, void>;
}

/** Said when a body is no form, or breaks off. */
export class Malformed extends Error {
	override name = 'Malformed';
}

const MOST_PARTS = 200;
const HEAD_LIMIT = 8 * 1024;
const LINE = Buffer.from('\r\n');

/** The boundary of a `multipart/form-data` content type; null for any other or a wrong one. */
export function boundaryOf(type: string | null): string | null {
	if (!type || !/^multipart\/form-data\s*;/i.test(type)) return null;
	const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))/i.exec(type);
	return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Reads a form piece by piece as it arrives (RFC 7578), so that a file of any length takes only the
 * memory of one piece. The framework's own `formData()` would hold all of it.
 * @throws {Malformed} when it is not well-formed; whatever the body throws
 */
export async function* parts(
	body: ReadableStream<Uint8Array>,
	boundary: string
): AsyncGenerator<Part, void, void> {
	const reader = body.getReader();
	const mark = Buffer.from(`\r\n--${boundary}`);
	let held: Buffer = LINE;
	const more = async () => {
		const { done, value } = await reader.read();
		if (done) throw new Malformed('the form breaks off');
		held = held.length ? Buffer.concat([held, value]) : Buffer.from(value);
	};
	const take = async (size: number) => {
		while (held.length < size) await more();
		const taken = held.subarray(0, size);
		held = held.subarray(size);
		return taken;
	};
	async function* untilMark(): AsyncGenerator<Buffer, void, void> {
		for (;;) {
			const at = held.indexOf(mark);
			const sure = at < 0 ? Math.max(0, held.length - mark.length + 1) : at;
			const piece = held.subarray(0, sure);
			held = held.subarray(at < 0 ? sure : at + mark.length);
			if (piece.length) yield piece;
			if (at >= 0) return;
			await more();
		}
	}
	const passOver = async () => {
		for await (const piece of untilMark()) void piece;
	};
	const head = async () => {
		let end = held.indexOf('\r\n\r\n');
		while (end < 0) {
			if (held.length > HEAD_LIMIT) throw new Malformed('the head of a field is too long');
			await more();
			end = held.indexOf('\r\n\r\n');
		}
		const text = held.subarray(0, end).toString('utf8');
		held = held.subarray(end + 4);
		return text;
	};

	await passOver();
	for (let count = 0; ; count++) {
		const next = await take(2);
		if (next.toString('latin1') === '--') return;
		if (!next.equals(LINE)) throw new Malformed('no field begins where one should');
		if (count === MOST_PARTS) throw new Malformed('too many fields');
		let passed = false;
		const field = described(await head());
		const bytes = (async function* () {
			yield* untilMark();
			passed = true;
		})();
		yield { ...field, bytes };
		// What nobody read, or not to its end, is passed over.
		if (!passed) await passOver();
	}
}

/** Name and file name of a field's head; browsers write `"` as `%22`, CR and LF as `%0D%0A`. */
function described(head: string): { name: string; filename: string | null } {
	const line = head.split('\r\n').find((each) => /^content-disposition\s*:/i.test(each)) ?? '';
	const value = (key: string) => {
		const found = new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(line)?.[1];
		return found?.replace(/%(22|0D|0A)/gi, (_, hex: string) =>
			String.fromCharCode(parseInt(hex, 16))
		);
	};
	return { name: value('name') ?? '', filename: value('filename') ?? null };
}
