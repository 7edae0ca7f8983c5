import type { Content, Field, Json } from '../studio/field';
import { hidden, numbersIn } from './numbers';
import { spoken } from './spoken';
import type { Spoken } from './spoken';

/**
 * The content with the middle of every mobile and ID-card number in its texts made of asterisks, and
 * how many there were. Links to such a number lose their address and keep their words. The office’s
 * own telephone stays as it is: a number nobody can dial helps nobody.
 */
export function mask(
	fields: readonly Field[],
	content: Content
): { content: Content; masked: number } {
	const masked: Content = structuredClone(content);
	let count = 0;
	for (const text of spoken(fields, content)) {
		if (isTelephone(text.of) || text.of.kind === 'slug') continue;
		const numbers = numbersIn(text.text);
		count += numbers.length;
		const stars = new Set(numbers.flatMap(hidden));
		if (stars.size)
			for (const { at, text: said, path } of text.pieces)
				put(
					masked,
					path,
					Array.from({ length: said.length }, (_, index) =>
						stars.has(at + index) ? '*' : said[index]
					).join('')
				);
		count += unlink(masked, text);
	}
	return { content: masked, masked: count };
}

/** Whether a field is the telephone of a place, where a number is meant to be read. */
export const isTelephone = (field: Field): boolean =>
	field.kind === 'line' && field.format === 'phone';

/** Takes the addresses that hold such a number off their words. */
function unlink(content: Content, { links }: Spoken): number {
	let count = 0;
	for (const { href, path } of links) {
		if (!numbersIn(readable(href)).length) continue;
		const node = get(content, path) as { marks?: { type?: unknown }[] };
		const marks = (node.marks ?? []).filter(({ type }) => type !== 'link');
		if (marks.length) node.marks = marks;
		else delete node.marks;
		count++;
	}
	return count;
}

/** An address as people read it, without its percent signs. */
export function readable(href: string): string {
	try {
		return decodeURIComponent(href);
	} catch {
		return href;
	}
}

const get = (content: Content, path: readonly (string | number)[]): unknown =>
	path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content);

function put(content: Content, path: readonly (string | number)[], value: Json): void {
	const holder = get(content, path.slice(0, -1)) as Record<string | number, Json>;
	holder[path[path.length - 1]!] = value;
}
