import { describe, expect, it } from 'vitest';
import { containerOf, HEAD, lookAt } from './file-kind';
import type { FilmForm } from './file-kind';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const box = (brand: string) => `\0\0\0\x18ftyp${brand}\0\0\x02\0isomiso2`;
const stream = (lead: string, step: number) =>
	`${lead}G`.padEnd(step, '\0') + `${lead}G`.padEnd(step, '\0') + `${lead}G`.padEnd(step, '\0');

const films: Record<string, string> = {
	mp4: box('isom'),
	'mp4 of a phone': box('mp42'),
	mov: box('qt  '),
	'mov of an old program': '\0\0\0\x08wide\0\0\0\x08mdat',
	mkv: '\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska',
	webm: '\x1a\x45\xdf\xa3\x93\x42\x82\x84webm',
	avi: 'RIFF\0\0\0\0AVI LIST',
	mpegts: stream('', 188),
	'mpegts of a disc': stream('\0\0\0\0', 192)
};
const pictures: Record<string, string> = {
	jpeg: '\xff\xd8\xff\xe0\0\x10JFIF',
	png: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
	webp: 'RIFF\0\0\0\0WEBPVP8 '
};
const documents: Record<string, string> = {
	pdf: '%PDF-1.7\n',
	docx: 'PK\x03\x04'.padEnd(30, '\0') + '[Content_Types].xml'
};
const captions: Record<string, string> = {
	srt: '1\r\n00:00:01,000 --> 00:00:02,000\r\nx\r\n',
	'srt with a mark': '\xef\xbb\xbf1\n00:00:01,000 --> 00:00:02,000\nx\n',
	vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\nx\n',
	ass: '[Script Info]\nTitle: x\n'
};
const taken: Record<FilmForm, Record<string, string>> = {
	film: films,
	picture: pictures,
	document: documents,
	captions,
	other: { ...pictures, ...documents }
};

const hostile: Record<string, [string, string]> = {
	'a program of Windows': ['MZ\x90\0\x03', 'program'],
	'a program of Linux': ['\x7fELF\x02\x01', 'program'],
	'a program of a Mac': ['\xcf\xfa\xed\xfe', 'program'],
	'a script': ['#!/bin/sh\nrm -rf /', 'program'],
	'a class of Java': ['\xca\xfe\xba\xbe\0\0', 'program'],
	'a playlist': ['#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd', 'playlist'],
	'a playlist after a mark': ['\xef\xbb\xbf#EXTM3U\n', 'playlist'],
	'a playlist of two bytes a letter': [
		'\xff\xfe' + [...'#EXTM3U'].map((letter) => `${letter}\0`).join(''),
		'playlist'
	],
	'a list of parts': ["ffconcat version 1.0\nfile '/etc/passwd'", 'playlist'],
	'a manifest': ['<?xml version="1.0"?><MPD xmlns="x">', 'playlist'],
	'a web page': ['<!DOCTYPE html><script>1</script>', 'page'],
	'a web page further down': ['\n\n  <html><body>', 'page'],
	'a comment and a page': ['<!-- x --><html>', 'page'],
	'a drawing': ['<svg xmlns="http://www.w3.org/2000/svg"><script/>', 'vector'],
	'a drawing with a prologue': ['<?xml version="1.0"?><svg>', 'vector'],
	'an archive': ['PK\x03\x04'.padEnd(30, '\0') + 'film.exe', 'archive'],
	'an empty archive': ['PK\x05\x06'.padEnd(22, '\0'), 'archive'],
	'another archive': ['Rar!\x1a\x07', 'archive'],
	'a packed file': ['\x1f\x8b\x08', 'archive']
};

describe('the first bytes of a file', () => {
	for (const form of Object.keys(taken) as FilmForm[])
		it(`are those of what is asked, or it is not taken (${form})`, () => {
			const all = { ...films, ...pictures, ...documents, ...captions };
			for (const [name, text] of Object.entries(all)) {
				const wanted = Object.hasOwn(taken[form], name);
				expect([name, lookAt(form, bytes(text)).ok]).toEqual([name, wanted]);
			}
		});

	it('of a program, page, drawing, archive or playlist are refused, whatever was asked', () => {
		for (const form of Object.keys(taken) as FilmForm[])
			for (const [name, [text, fault]] of Object.entries(hostile))
				expect([name, lookAt(form, bytes(text))]).toEqual([name, { ok: false, fault }]);
	});

	it('of nothing are said to be nothing', () => {
		expect(lookAt('film', bytes(''))).toEqual({ ok: false, fault: 'empty' });
		expect(lookAt('film', bytes('\0'.repeat(HEAD)))).toEqual({ ok: false, fault: 'not-film' });
	});

	it('of a picture or a sound in the same wrapping are no film', () => {
		for (const brand of ['heic', 'avif', 'mif1', 'M4A '])
			expect([brand, containerOf(bytes(box(brand)))]).toEqual([brand, null]);
	});

	it('of captions may be cut in the middle of a character', () => {
		const text = new TextEncoder().encode(`1\n00:00:01,000 --> 00:00:02,000\n${'廉'.repeat(2000)}`);
		for (const end of [4098, 4099, 4100])
			expect(lookAt('captions', text.subarray(0, end)).ok).toBe(true);
		const older = [...bytes('1\n00:00:01,000 --> 00:00:02,000\n'), 0xc1, 0xae];
		expect(lookAt('captions', Uint8Array.from(older)).ok).toBe(true);
	});
});
