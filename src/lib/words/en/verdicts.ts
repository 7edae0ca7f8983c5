import { partsOf } from '../../domain/films/clock';
import type { Verdict } from '../../domain/films/facts';
import { nameOf, namesOf } from '../../domain/films/names';
import { readSpan } from '../../domain/films/span';
import { sizeText } from '../../domain/size';
import type { verdicts as zh } from '../zh/verdicts';

type Value = Verdict['measured'];

/** A length: 4 min 58 s; below a minute with a tenth of a second. */
function length(seconds: Value): string {
	const value = Number(seconds);
	const [h, m, s] = partsOf(value);
	if (value < 60) return `${Math.round(value * 10) / 10} s`;
	return [h && `${h} h`, m && `${m} min`, s && `${s} s`].filter(Boolean).join(' ');
}
const percent = (share: Value) => `${Math.round(Number(share) * 1000) / 10}%`;
const rate = (bits: Value) => `${Math.round(Number(bits) / 1e4) / 100} Mbit/s`;
const plain = (unit: string) => (value: Value) => `${Number(value)} ${unit}`;

function span(asked: Value, show: (value: Value) => string): string | null {
	const [least, most] = readSpan(asked);
	if (least !== null && most !== null) return `${show(least)} to ${show(most)}`;
	if (least !== null) return `at least ${show(least)}`;
	return most === null ? null : `at most ${show(most)}`;
}

const told = (what: string, v: Verdict, measured: string, asked: string | null) =>
	v.measured === null && v.result === 'pass'
		? `${what}: nothing is asked.`
		: toldOf(what, v, measured, asked);
const toldOf = (what: string, { result }: Verdict, measured: string, asked: string | null) =>
	result === 'unknown'
		? `${what}: not measured yet${asked ? `; asked for: ${asked}` : ''}.`
		: `${what}: ${measured}${asked ? `, ${result === 'pass' ? 'as asked' : 'not as asked'} (${asked})` : ''}.`;

const lies: Record<string, string> = {
	archive: 'an archive',
	program: 'a program',
	page: 'code of a web page',
	script: 'a script',
	document: 'a document',
	playlist: 'a playlist',
	attachment: 'an attachment',
	trailing: 'data behind the end of the film',
	unreferenced: 'data that is not used',
	padding: 'padding'
};
const liesIn = (found: Value) =>
	[
		...new Set(
			String(found)
				.split('; ')
				.map((one) => lies[one.split(' ')[0]!] ?? one)
		)
	].join(', ');

export const verdicts = {
	title: 'Technical check',
	lead: 'Each line says what was measured and what the category asks for.',
	waiting: 'The film is waiting to be checked.',
	rule: {
		readable: 'Readable',
		whole: 'Whole',
		alone: 'Nothing else inside',
		'quiet-file': 'No links',
		type: 'Kind of file',
		video: 'Picture',
		size: 'Size',
		length: 'Length',
		container: 'Container',
		'video-codec': 'Picture codec',
		'audio-codec': 'Sound codec',
		resolution: 'Resolution',
		ratio: 'Aspect ratio',
		rate: 'Frame rate',
		bitrate: 'Bit rate',
		sound: 'Sound',
		black: 'Black picture',
		silence: 'Silence',
		loudness: 'Loudness',
		subtitles: 'Subtitles'
	},
	result: { pass: 'Meets', warn: 'Note', fail: 'Does not meet', unknown: 'To be checked' },
	sentence: {
		readable: ({ result, measured }) =>
			result === 'pass'
				? 'The file can be read.'
				: result === 'unknown'
					? 'Whether the file can be read is checked after the upload.'
					: measured === 'empty'
						? 'The file is empty. Choose it again.'
						: 'No film can be read from the file: it is something else or damaged. Export it again.',
		whole: ({ result, measured }) =>
			result === 'pass'
				? 'The file is whole.'
				: result === 'unknown'
					? 'Whether the file is whole is checked after the upload.'
					: `The file is incomplete or damaged. Export it again. (Found: ${measured})`,
		alone: ({ result, measured }) =>
			result === 'pass'
				? 'Nothing but the film lies in the file.'
				: result === 'unknown'
					? 'Whether something else lies in the file is checked after the upload.'
					: `Besides the film the file holds: ${liesIn(measured)}. Export it again from an editing program.`,
		'quiet-file': ({ result, measured }) =>
			result === 'pass'
				? 'The file refers to no other file or address.'
				: result === 'unknown'
					? 'Whether the file refers to other files or addresses is checked after the upload.'
					: `The file holds no film but points elsewhere: ${measured}. Upload the film itself.`,
		type: ({ result, measured }) =>
			result === 'unknown'
				? 'The kind of file is checked after the upload.'
				: result === 'pass'
					? `The file is a film (${measured}).`
					: `The content of the file is no film${measured ? ` (it is ${measured})` : ''}. A new name does not change the content: upload a film.`,
		video: ({ result, measured }) =>
			result === 'pass'
				? `There is a picture (${nameOf(String(measured))}).`
				: result === 'unknown'
					? 'Whether there is a picture is checked after the upload.'
					: 'There is no picture in the file.',
		size: (v) =>
			told(
				'Size',
				v,
				sizeText(Number(v.measured)),
				span(v.asked, (n) => sizeText(Number(n)))
			),
		length: (v) => told('Length', v, length(v.measured), span(v.asked, length)),
		container: (v) =>
			told(
				'Container',
				v,
				v.measured === null ? 'not known' : nameOf(String(v.measured)),
				namesOf(v.asked)
			),
		'video-codec': (v) =>
			v.measured === null && v.result === 'pass'
				? 'There is no picture, so its codec is not checked.'
				: told('Picture codec', v, nameOf(String(v.measured)), namesOf(v.asked)),
		'audio-codec': (v) =>
			v.measured === null && v.result === 'pass'
				? 'There is no sound, so its codec is not checked.'
				: told('Sound codec', v, nameOf(String(v.measured)), namesOf(v.asked)),
		resolution: (v) => {
			const [short, long] = readSpan(v.asked);
			const asked = [
				short !== null && `shorter side at least ${short} pixels`,
				long !== null && `longer side at most ${long} pixels`
			].filter(Boolean);
			return told('Picture', v, `${v.measured ?? ''} pixels`, asked.join(', ') || null);
		},
		ratio: (v) => told('Aspect ratio', v, String(v.measured ?? ''), namesOf(v.asked)),
		rate: (v) =>
			told('Frame rate', v, `${v.measured ?? ''} frames/s`, span(v.asked, plain('frames/s'))),
		bitrate: (v) => told('Bit rate', v, rate(v.measured), span(v.asked, rate)),
		sound: ({ result, measured, asked }) =>
			result === 'unknown'
				? 'Whether there is sound is checked after the upload.'
				: measured
					? 'There is sound.'
					: asked
						? 'There is no sound; this category asks for it.'
						: 'There is no sound.',
		black: (v) =>
			told('Black picture', v, `${percent(v.measured)} of the length`, span(v.asked, percent)),
		silence: (v) =>
			v.measured === null && v.result === 'pass'
				? 'There is no sound, so silence is not checked.'
				: told('Silence', v, `${percent(v.measured)} of the length`, span(v.asked, percent)),
		loudness: (v) =>
			v.measured === null && v.result === 'pass'
				? 'There is no sound, so loudness is not checked.'
				: told('Loudness', v, `${v.measured ?? ''} LUFS`, span(v.asked, plain('LUFS'))),
		subtitles: ({ result, measured, asked }) => {
			const has =
				measured === 'file'
					? 'There is a file of subtitles.'
					: measured === 'inside'
						? 'The subtitles are inside the film’s file.'
						: 'There is no file of subtitles.';
			if (result === 'unknown')
				return `${has} Whether there are subtitles in the picture, the office looks.`;
			if (result === 'pass') return has;
			return asked === 'file' ? `${has} This category asks for one (SRT or WebVTT).` : has;
		}
	},
	unusable: {
		empty: 'The file is empty.',
		foreign: 'This is not a film.',
		reaches: 'The file points to other files or addresses and is not accepted.',
		unreadable: 'No film can be read from the file.',
		malware: 'The scanner found malware in this file. It is not taken.'
	},
	twins: {
		title: 'The same and similar films',
		none: 'No film that is the same or similar was found.',
		kind: {
			exact: 'Exactly the same',
			picture: 'Similar pictures',
			sound: 'Similar sound',
			both: 'Similar pictures and sound'
		},
		share: (share) => `${percent(share)} of the shorter one is in the other`,
		passage: (at, other, seconds) =>
			`${Math.round(seconds)} s from ${at} here, from ${other} in the other`,
		mirrored: 'mirrored',
		sameEdition: 'This edition',
		past: 'An earlier edition',
		gone: 'The data of that entry was deleted.'
	},
	hints: {
		title: 'For your information',
		kind: { phone: 'Same telephone number', unit: 'Same unit', title: 'Same title' },
		note: 'These are hints and do not mean that anything is wrong.'
	}
} satisfies typeof zh;
