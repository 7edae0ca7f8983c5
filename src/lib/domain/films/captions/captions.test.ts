import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoment, safeText, writeVtt } from './cue';
import { captionLanguage, decodeText, languageOf } from './decode';
import { readCaptions } from './read';

const srt = `1
00:00:01,000 --> 00:00:02,500
清风<i>徐来</i>

2
00:00:03,000 --> 00:00:04,000 X1:10 X2:20
{\\an8}<font color="red">A & B</font>
second line
`;

describe('captions', () => {
	test('of SubRip become WebVTT', () => {
		expect(writeVtt(readCaptions(srt)!)).toBe(
			'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n清风<i>徐来</i>\n\n' +
				'00:00:03.000 --> 00:00:04.000\nA &amp; B\nsecond line\n'
		);
	});

	test('of WebVTT lose styles, notes, regions, settings and names of cues', () => {
		const vtt =
			'\ufeffWEBVTT - title\nX-HEADER: 1\n\nSTYLE\n::cue { background: url(//evil.example/x) }\n\n' +
			'NOTE 00:00 --> 00:01\n\nREGION\nid:a\n\n' +
			'name\r\n01:00.5 --> 01:02.000 position:0% line:0\r\n<v Bob><c.red>Hello</c> <00:00:01.000>you</v>\r\n';
		expect(readCaptions(vtt)).toEqual([{ from: 60.5, to: 62, text: 'Hello you' }]);
	});

	test('of ASS keep words, breaks and commas, and lose drawings and effects', () => {
		const ass =
			'[Script Info]\nTitle: x\n\n[V4+ Styles]\nFormat: Name, Fontname\n\n[Events]\n' +
			'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n' +
			'Dialogue: 0,0:00:05.10,0:00:06.00,Default,,0,0,0,,{\\b1}一、二，{\\b0}three, four\\Nfive\\hsix\n' +
			'Dialogue: 0,0:00:06.10,0:00:07.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0{\\p0}\n' +
			'Comment: 0,0:00:08.00,0:00:09.00,Default,,0,0,0,,not said\n';
		expect(readCaptions(ass)).toEqual([
			{ from: 5.1, to: 6, text: '一、二，three, four\nfive six' }
		]);
	});

	test('that end before they begin, or say nothing, are left out', () => {
		const odd = '1\n00:00:05,000 --> 00:00:04,000\nback\n\n2\n00:00:01,000 --> 00:00:02,000\n \n';
		expect(readCaptions(odd)).toBeNull();
	});

	test('stand in order of time', () => {
		const late = '00:00:09.000 --> 00:00:10.000\nb\n\n00:00:01.000 --> 00:00:02.000\na\n';
		expect(writeVtt(readCaptions(late)!)).toMatch(/\na\n\n.*\nb\n$/);
	});

	test('in what is no captions file are none', () => {
		const texts = ['', '<html>', '#EXTM3U\nfile.ts', 'hello', 'WEBVTTX\n\n00:01 --> 00:02\na'];
		expect(texts.map(readCaptions)).toEqual([null, null, null, null, null]);
	});
});

describe('the text of a caption', () => {
	test('holds no mark but bold, italic and underlined, each closed', () => {
		const hostile =
			'<b><script>alert(1)</script><img src=x onerror=alert(2)><i title="x">a</b></i></u><ruby>b</ruby> <3 -->';
		expect(safeText(hostile)).toBe('<b>alert(1)<i>a</i>b &lt;3 --&gt;</b>');
	});

	test('escaped marks stay escaped', () => {
		expect(safeText('&lt;script&gt; &amp;lt; &copy;')).toBe('&lt;script&gt; &amp;lt; &amp;copy;');
	});

	test('whatever it was, never opens anything else and never begins another cue', () => {
		const piece = fc.constantFrom(
			'<',
			'>',
			'/',
			'b',
			'i',
			'script',
			'&',
			'lt;',
			'-->',
			'\n',
			'\r',
			' ',
			'清',
			'"',
			'\u2028',
			'\0'
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const safe = safeText(pieces.join(''));
				const rest = safe.replace(/<\/?[biu]>/g, '');
				return !/[<>]/.test(rest) && !/\n\s*\n/.test(safe) && !safe.includes('-->');
			}),
			{ numRuns: 2000 }
		);
	});
});

test('moments are read as each kind of file writes them', () => {
	expect(
		['1:02:03.450', '02:03,45', '00:00:01,5', '00:01', '1', 'a:b', '1:2:3:4'].map(readMoment)
	).toEqual([3723.45, 123.45, 1.5, 1, null, null, null]);
});

describe('a captions file', () => {
	test('is read in UTF-8, GB18030 and UTF-16', () => {
		// “清风 𠮷” in GB18030.
		const gb = Uint8Array.from([0xc7, 0xe5, 0xb7, 0xe7, 0x20, 0x95, 0x34, 0xd4, 0x36]);
		const utf16 = Uint8Array.from([0xff, 0xfe, 0x05, 0x6e]);
		expect([
			decodeText(new TextEncoder().encode('清风')),
			decodeText(gb)?.startsWith('清风 '),
			decodeText(utf16)
		]).toEqual(['清风', true, '清']);
	});

	test('that is no text is none', () => {
		expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]))).toBeNull();
	});

	test('says its language by its stream or by its characters', () => {
		expect([
			captionLanguage('chi', 'a'),
			captionLanguage('eng', '清'),
			captionLanguage('yue', '清'),
			captionLanguage('und', '清风徐来 hello'),
			captionLanguage(undefined, 'hello'),
			languageOf('123')
		]).toEqual(['zh', 'en', 'yue', 'zh', 'en', 'und']);
	});
});
