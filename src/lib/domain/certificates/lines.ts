/** Signs a line may not begin with, and may not end with (GB/T 15834). */
const NEVER_FIRST = /^[，。、；：？！）》”’」』】…—·,.;:?!)\]}%]/u;
const NEVER_LAST = /[（《“‘「『【([{]$/u;

/** What a line may be broken between: words with their space, Han signs with their marks. */
function pieces(text: string): string[] {
	const raw = text.match(/[\p{Script=Latin}\p{N}'’&/.@:+-]+ *|\s+|./gsu) ?? [];
	const whole: string[] = [];
	for (const piece of raw) {
		const before = whole.at(-1);
		if (before !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(before)))
			whole[whole.length - 1] = before + piece;
		else whole.push(piece);
	}
	return whole;
}

/** A paragraph as it was set. */
interface Block {
	/** Times the size that was asked for. */
	scale: number;
	lines: { text: string; width: number }[];
}

const least = 0.55;
const step = 0.96;

/**
 * A text in lines of at most `width`, set smaller, down to about half, until it takes at most `most`
 * of them. Nothing is ever left out: what fits no more takes more lines.
 * @param measure width of a text at scale 1, in the unit of `width`
 */
export function setLines(
	text: string,
	width: number,
	most: number,
	measure: (text: string) => number
): Block {
	const parts = pieces(text);
	const at = (scale: number): Block => ({
		scale,
		lines: fill(parts, width / scale, measure).map((line) => ({
			...line,
			width: line.width * scale
		}))
	});
	let block = at(1);
	const fits = ({ lines }: Block) =>
		lines.length <= most && lines.every((line) => line.width <= width + 1e-9);
	while (!fits(block) && block.scale * step >= least) block = at(block.scale * step);
	// A sign or two alone on the last line: a little smaller all stands together.
	const lonely = ({ lines }: Block) => lines.length > 1 && [...lines.at(-1)!.text].length < 3;
	if (lonely(block))
		for (let tries = 1; tries <= 3; tries++) {
			const closer = at(block.scale * step ** tries);
			if (closer.lines.length < block.lines.length && fits(closer)) return closer;
		}
	return block;
}

function fill(parts: readonly string[], width: number, measure: (text: string) => number) {
	const texts: string[] = [];
	let now = '';
	for (const part of parts) {
		if (!now || measure((now + part).trimEnd()) <= width) now += part;
		else {
			texts.push(now.trimEnd());
			now = part.trimStart();
		}
	}
	if (now.trim() || !texts.length) texts.push(now.trimEnd());
	return texts.map((text) => ({ text, width: measure(text) }));
}
