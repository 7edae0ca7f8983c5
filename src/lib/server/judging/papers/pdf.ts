import { clockStamp } from '$lib/domain/when';
import { tagOf } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { head } from '../../contests/receipts';
import { box, part, seals } from '../../paper/boxes';
import { PAGE, Sheet } from '../../paper/sheet';
import type { Announced, Head, RoundFacts, ScoreTable } from './facts';
import { figureText, minutesLines, scoreText, titleOf, verdictText, whoWon } from './sayings';
import type { Voice } from './sayings';
import { table } from './table';

const signs = (...texts: unknown[]): string => `${JSON.stringify(texts)}0123456789.:-（）()，、→`;

const opened = (title: string, all: string, { locale, now }: Voice) =>
	Sheet.open(all, { title, lang: tagOf(locale), at: now });

/** The announcement of the winners (获奖公告) as PDF. */
export async function announcementPdf(
	facts: Announced,
	voice: Voice,
	address: string
): Promise<Buffer> {
	const { words, locale, now } = voice;
	const t = words.announcement;
	const [contest, edition] = titleOf(facts, locale);
	const title = t.title(contest, edition);
	const total = facts.prizes.reduce((sum, { winners }) => sum + winners.length, 0);
	const body = total ? t.body(contest, edition, total) : t.none;
	const each = facts.prizes.map((prize) => ({
		heading: t.prize(say(prize.title, locale), prize.winners.length),
		vacant: prize.vacant ? t.vacant(prize.vacant) : '',
		rows: prize.winners.map((one, n) => [String(n + 1), one.number, one.entry, whoWon(one, voice)])
	}));
	const foot = [t.verify(address), words.made(clockStamp(now))];
	// Whoever announces signs with the day; the day of the draft is not yet that of the announcement.
	const signed = [say(facts.sponsor, locale), t.date].filter(Boolean);
	const sheet = await opened(
		title,
		signs(title, contest, edition, body, each, t.heads, foot, signed),
		voice
	);
	head(sheet, title, `${contest} ${edition}`);
	sheet.paragraph(body, { size: 11.5 });
	for (const { heading, vacant, rows } of each) {
		part(sheet, heading, 90);
		if (rows.length) await table(sheet, t.heads, [1, 2.4, 5, 4], rows);
		if (vacant) {
			sheet.y += 4;
			sheet.paragraph(vacant, { colour: '#4b5752' });
		}
	}
	sheet.room(90);
	sheet.y += 24;
	const [side, from] = [230, PAGE.width - PAGE.margin - 230];
	for (const line of signed) {
		sheet.write(line, from, sheet.y, side, { size: 11.5, align: 'center' });
		sheet.y += 22;
	}
	sheet.y += 18;
	for (const line of foot) sheet.paragraph(line, { colour: '#626d68', size: 9.5 });
	return sheet.end();
}

/** The minutes of the judging (评审会议纪要) as PDF: what is known is filled in, the rest left blank. */
export async function minutesPdf(
	facts: Head,
	rounds: readonly RoundFacts[],
	voice: Voice
): Promise<Buffer> {
	const { words, locale, now } = voice;
	const t = words.minutes;
	const [contest, edition] = titleOf(facts, locale);
	const title = t.title(contest, edition);
	const each = rounds.map((round) => ({
		heading: t.round(round.ordinal, say(round.title, locale)),
		lines: minutesLines(round, voice)
	}));
	const made = words.made(clockStamp(now));
	const sheet = await opened(
		title,
		signs(title, contest, edition, each, made, Object.values(t).map(String), t.signatures),
		voice
	);
	head(sheet, title, `${contest} ${edition}`);
	if (!each.length) sheet.paragraph(t.none);
	for (const { heading, lines } of each) {
		part(sheet, heading, 160);
		box(sheet, { name: t.place, height: 26 });
		box(sheet, { name: t.chair, height: 26 });
		for (const [name, value] of lines)
			box(sheet, {
				name,
				height: sheet.height(value, 363, 10) + 12,
				fill: (x, y, width) => sheet.write(value, x, y, width, { size: 10 })
			});
		box(sheet, { name: t.discussion, height: 130 });
	}
	sheet.y += 16;
	seals(sheet, t.signatures, t.date);
	sheet.y += 10;
	sheet.paragraph(made, { colour: '#626d68', size: 9 });
	return sheet.end();
}

/** The score tables (评分汇总表) of all rounds that closed as PDF. */
export async function scoresPdf(
	facts: Head,
	tables: readonly ScoreTable[],
	voice: Voice
): Promise<Buffer> {
	const { words, locale, now } = voice;
	const t = words.scores;
	const [contest, edition] = titleOf(facts, locale);
	const title = t.title(contest, edition);
	const each = tables.map((one) => ({
		heading: t.round(one.ordinal, say(one.title, locale)),
		by: t.by(words.aggregate[one.plan.aggregate]),
		rows: one.lines.map((line) => [
			String(line.place),
			line.number,
			line.entry,
			say(line.category, locale),
			line.scores
				.map(({ juror, units, out }) => `${juror} ${scoreText(units, one)}${out ? t.out : ''}`)
				.join('\n'),
			figureText(line),
			verdictText(line, voice)
		])
	}));
	const made = words.made(clockStamp(now));
	const sheet = await opened(
		title,
		signs(title, contest, edition, each, made, t.heads, t.none),
		voice
	);
	head(sheet, title, `${contest} ${edition}`);
	if (!each.length) sheet.paragraph(t.none);
	for (const { heading, by, rows } of each) {
		part(sheet, heading, 120);
		sheet.paragraph(by, { colour: '#4b5752', size: 9.5 });
		await table(sheet, t.heads, [1.1, 2.5, 4, 2, 3.4, 2.2, 1.8], rows);
	}
	sheet.y += 12;
	sheet.paragraph(made, { colour: '#626d68', size: 9 });
	return sheet.end();
}
