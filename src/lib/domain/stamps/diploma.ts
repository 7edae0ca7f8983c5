import { grouped } from '../certificates/code';
import { inks } from '../certificates/design';
import { motif } from '../certificates/motif';
import type { Bilingual } from '../text';
import { cong } from './figures';
import type { Leaf, Text } from './leaf';

/** What a certificate of a stamp book says. The name is printed and kept nowhere. */
export interface Diploma {
	name: string;
	title: Bilingual;
	count: number;
	of: number;
	/** `YYYY-MM-DD`. */
	day: string;
	code: string;
	demonstration: boolean;
}

/** Its sentences in the language somebody reads. */
interface DiplomaWords {
	heading: string;
	citation: (title: string, count: number, of: number) => string;
	closing: string;
	honest: string;
	check: (code: string) => string;
	demonstration: string;
}

const [WIDTH, HEIGHT] = [297, 210];

/** A certificate of a stamp book, A4 landscape, with one small cong for each stamp. */
export function diploma(
	facts: Diploma,
	words: DiplomaWords,
	said: { title: string; day: string; site: string; address: string; typed: string }
): Leaf {
	const line = (over: Partial<Text> & Pick<Text, 'text' | 'y' | 'size'>): Text => ({
		...{ x: 50, width: WIDTH - 100, face: 'serif', bold: false, align: 'center' },
		...{ colour: inks.ink, most: 1 },
		...over
	});
	const shown = Math.min(facts.of, 24);
	const [side, gap] = [7, 4];
	const left = (WIDTH - shown * side - (shown - 1) * gap) / 2 + side / 2;
	return {
		width: WIDTH,
		height: HEIGHT,
		shapes: [
			...motif({ turn: 'landscape', background: 'cong' }),
			...Array.from({ length: shown }, (_, i) =>
				cong(left + i * (side + gap), 132, side, i < facts.count ? inks.jade : '#d5ded5')
			)
		],
		texts: [
			line({
				...{ text: words.heading, y: 33, size: 40, bold: true, heading: true },
				...{ space: 20, colour: inks.deep }
			}),
			line({ text: facts.name, y: 66, size: 28, bold: true }),
			line({
				...{ text: words.citation(said.title, facts.count, facts.of), y: 90, size: 17 },
				most: 2
			}),
			line({ text: words.closing, y: 110, size: 14, colour: inks.soft }),
			line({ text: said.site, y: 150, size: 13, x: 150, width: 112, align: 'right' }),
			line({ text: said.day, y: 158, size: 12, x: 150, width: 112, align: 'right' }),
			line({
				...{ text: words.check(grouped(facts.code)), x: 62, y: 152, width: 92, size: 8.5 },
				...{ face: 'sans', align: 'left', colour: inks.soft, most: 4 }
			}),
			line({
				text: [facts.demonstration ? words.demonstration : '', words.honest]
					.filter(Boolean)
					.join(' '),
				...{ y: 177, size: 8, face: 'sans', colour: inks.soft, most: 2 }
			})
		],
		qr: { x: 34, y: 148, width: 23, address: said.address }
	};
}
