import { clockStamp } from '$lib/domain/when';
import type { Cell } from '$lib/domain/export/cell';
import { say } from '$lib/domain/text';
import { workbook } from '../../downloads/xlsx';
import type { Announced, Head, RoundFacts, ScoreTable } from './facts';
import { minutesLines, titleOf, verdictText, whoWon } from './sayings';
import type { Voice } from './sayings';

/** A name a sheet may have: 31 signs, none of those Excel keeps for itself. */
const sheetName = (text: string): string =>
	[...text.replace(/[\\/?*[\]:：]/g, ' ')].slice(0, 31).join('');

/** The winners as one table. */
export function announcementXlsx(facts: Announced, { words, locale, ...rest }: Voice) {
	const t = words.announcement;
	const voice = { words, locale, ...rest };
	const rows: Cell[][] = [
		[t.prizeHead, ...t.heads],
		...facts.prizes.flatMap(({ title, winners, vacant }) => [
			...winners.map((one, n): Cell[] => [
				say(title, locale),
				n + 1,
				one.number,
				one.entry,
				whoWon(one, voice)
			]),
			...(vacant ? [[say(title, locale), null, null, t.vacant(vacant), null]] : [])
		])
	];
	return workbook([{ name: sheetName(t.name), widths: [16, 8, 16, 40, 40], rows }]);
}

/** The facts of the minutes, a sheet a round. */
export function minutesXlsx(facts: Head, rounds: readonly RoundFacts[], voice: Voice) {
	const { words, locale } = voice;
	const t = words.minutes;
	const about: Cell[][] = [
		[...t.heads],
		[t.name, titleOf(facts, locale).join(' ')],
		...(rounds.length ? [] : [[null, t.none]]),
		[null, words.made(clockStamp(voice.now))]
	];
	return workbook([
		{ name: sheetName(t.name), widths: [18, 60], rows: about },
		...rounds.map((round) => ({
			name: sheetName(t.round(round.ordinal, say(round.title, locale))),
			widths: [18, 80],
			rows: [
				[...t.heads],
				[t.place, null],
				[t.chair, null],
				...minutesLines(round, voice),
				[t.discussion, null],
				...t.signatures.map((name): Cell[] => [name, null])
			] as Cell[][]
		}))
	]);
}

/** Every score in a column of its juror, a sheet a round; figures are numbers to be reckoned with. */
export function scoresXlsx(facts: Head, tables: readonly ScoreTable[], voice: Voice) {
	const { words, locale } = voice;
	const t = words.scores;
	const about: Cell[][] = [
		[t.name, null],
		[titleOf(facts, locale).join(' '), null],
		...tables.map((one): Cell[] => [
			t.round(one.ordinal, say(one.title, locale)),
			t.by(words.aggregate[one.plan.aggregate])
		]),
		[words.made(clockStamp(voice.now)), null]
	];
	function* lines({ jurors, lines: all }: ScoreTable): Generator<Cell[]> {
		yield [t.place, t.number, t.entry, t.category, ...jurors, t.figure, t.result];
		for (const line of all) {
			const by = new Map(line.scores.map(({ juror, units }) => [juror, units / 10_000]));
			yield [
				...[line.place, line.number, line.entry, say(line.category, locale)],
				...jurors.map((juror) => by.get(juror) ?? null),
				line.figure === null ? null : line.figure / 10_000,
				verdictText(line, voice)
			];
		}
	}
	return workbook([
		...tables.map((one) => ({
			name: sheetName(t.round(one.ordinal, say(one.title, locale))),
			widths: [6, 16, 36, 14, ...one.jurors.map(() => 10), 12, 10],
			rows: lines(one)
		})),
		{ name: sheetName(t.name), widths: [40, 50], rows: about }
	]);
}
