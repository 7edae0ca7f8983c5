import { grouped } from '../certificates/code';
import { inks } from '../certificates/design';
import { bars, box, ring, tones } from './figures';
import { scaled } from './leaf';
import type { Leaf, Text } from './leaf';

/** Papers a poster is printed on. */
export const papers = ['a4', 'a5'] as const;
export type Paper = (typeof papers)[number];

/** Everything one poster says. */
interface PosterFacts {
	/** Chinese and English name of the place. */
	name: string;
	nameEn: string | null;
	town: string | null;
	/** Name of the portal. */
	site: string;
	code: string;
	/** What the telephone opens. */
	address: string;
	/** As somebody types it: `lian.example.cn/stamp`. */
	typed: string;
	/** `第 2 版 · 2026-11-22`. */
	edition: string;
}

/** The sentences of a poster, both languages on one sheet. */
interface PosterWords {
	kicker: string;
	kickerEn: string;
	steps: readonly (readonly [string, string])[];
	noScan: string;
	calm: string;
	calmEn: string;
}

const WIDTH = 210;
const HEIGHT = 297;
const MIDDLE = WIDTH / 2;
/** Side of the code a telephone reads, and of the cong it lies in. */
const QR = 74;
const CONG = 122;
const TOP = 104;

const text = (over: Partial<Text> & Pick<Text, 'text' | 'y' | 'size'>): Text => ({
	x: 24,
	width: WIDTH - 48,
	face: 'sans',
	bold: false,
	align: 'center',
	colour: inks.ink,
	most: 1,
	...over
});

/**
 * A poster for the wall of a place: its name, the code in a jade cong, three steps. A child and
 * somebody of eighty read it from two metres away.
 */
export function poster(facts: PosterFacts, words: PosterWords, paper: Paper): Leaf {
	const centre = TOP + CONG / 2;
	const corner = CONG / 2 - 4;
	// A short name stands in one large line; a long one in two, smaller.
	const short = [...facts.name].length <= 13;
	const title =
		[...facts.name].length <= 10 ? { y: 60, size: 44 } : { y: short ? 62 : 54, size: 34 };
	const column = (WIDTH - 48) / words.steps.length;
	const leaf: Leaf = {
		width: WIDTH,
		height: HEIGHT,
		shapes: [
			{ d: box(0, 0, WIDTH, HEIGHT), fill: tones.paper },
			{ d: box(10, 10, WIDTH - 20, HEIGHT - 20), stroke: inks.jade, width: 0.9 },
			{ d: box(12.4, 12.4, WIDTH - 24.8, HEIGHT - 24.8), stroke: tones.line, width: 0.3 },
			// The cong: square outside, circle inside, the code in its middle.
			{ d: box(MIDDLE - CONG / 2, TOP, CONG), fill: inks.jade },
			{ d: ring(MIDDLE, centre, CONG / 2 - 3.2), fill: tones.paper },
			{ d: ring(MIDDLE, centre, CONG / 2 - 4.8), stroke: tones.line, width: 0.4 },
			...(
				[
					[-1, -1],
					[1, -1],
					[-1, 1],
					[1, 1]
				] as const
			).map(([across, down]) => ({
				...bars(
					MIDDLE + across * corner,
					centre + down * corner,
					across === 1 ? -1 : 1,
					down === 1 ? -1 : 1,
					0.95
				),
				stroke: tones.paper
			})),
			// One seal, small: here you stamp.
			{ d: box(MIDDLE - 6, 21.5, 12), fill: inks.seal }
		],
		texts: [
			text({
				...{ text: '印', x: MIDDLE - 6, y: 22.5, width: 12, size: 24 },
				...{ face: 'serif', bold: true, colour: tones.paper }
			}),
			text({ text: words.kicker, y: 37, size: 15, space: 30, colour: inks.jade }),
			text({ text: words.kickerEn, y: 44.5, size: 9.5, colour: inks.soft }),
			text({
				...{ text: facts.name, ...title, heading: true, most: 2 },
				...{ face: 'serif', bold: true }
			}),
			text({
				text: [facts.nameEn, facts.town].filter(Boolean).join(' · '),
				...{ y: short ? 84 : 92, size: 11, colour: inks.soft }
			}),
			...words.steps.flatMap(([zh, en], i) => {
				const at = { x: 24 + i * column + 2, width: column - 4 };
				return [
					text({ ...at, text: zh, y: 235, size: 13.5, bold: true, most: 2 }),
					text({ ...at, text: en, y: 242, size: 8.5, colour: inks.soft, most: 2 })
				];
			}),
			text({ text: words.noScan, y: 254, size: 9.5, colour: inks.soft }),
			text({ text: `${facts.typed}　${grouped(facts.code)}`, y: 259.5, size: 11, bold: true }),
			text({ text: words.calm, y: 267.5, size: 9, colour: inks.jade }),
			text({ text: words.calmEn, y: 272.2, size: 7.5, colour: inks.soft }),
			text({ text: facts.site, y: 277.6, size: 8, align: 'left', colour: inks.soft }),
			text({ text: facts.edition, y: 277.6, size: 8, align: 'right', colour: inks.soft })
		],
		qr: { x: MIDDLE - QR / 2, y: centre - QR / 2, width: QR, address: facts.address }
	};
	return paper === 'a5' ? scaled(leaf, Math.SQRT1_2) : leaf;
}
