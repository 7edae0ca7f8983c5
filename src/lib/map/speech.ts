import { bearing, direction, distance } from '../domain/geo';
import type { Position } from '../domain/datum';
import type { Locale } from '../domain/locale';
import type { Words } from '../words';
import type { Drawn } from './points';

/** A place's name for a reader; a group or a nameless symbol has none. */
function nameOf(drawn: Pick<Drawn, 'zh' | 'en'>, locale: Locale): string {
	return (locale === 'en' && drawn.en) || drawn.zh;
}

/** “东北 350 米”: where `to` lies seen from `from`; nothing when it lies right there. */
export function whereabouts(from: Position, to: Position, words: Words): string {
	const metres = distance(from, to);
	if (metres < 1) return '';
	return words.map.say.towards(
		words.nouns.direction[direction(bearing(from, to))],
		words.nouns.metres(metres)
	);
}

/** What a screen reader says about a spot of the map. */
export function sentence(
	pile: readonly Drawn[],
	where: string,
	words: Words,
	locale: Locale
): string {
	const [first] = pile;
	if (!first) return '';
	const kind = (words.nouns.kind as Record<string, string>)[first.kind] ?? '';
	const notes = pile.flatMap(({ note }) => (note ? [note] : []));
	const told = (text: string) => [text, ...notes].join(locale === 'en' ? ', ' : '，');
	if (first.count > 1) return words.map.say.cluster(first.count, where);
	if (pile.length > 1) {
		const comma = locale === 'en' ? ', ' : '、';
		const names = pile.map((one) => nameOf(one, locale)).join(comma);
		return told(words.map.say.several(pile.length, names, where));
	}
	return told(words.map.say.place(nameOf(first, locale) || kind, kind, where));
}
