import { partsOf } from '../../domain/films/clock';
import type { Verdict } from '../../domain/films/facts';
import type { FilmRule } from '../../domain/films/limits';
import { nameOf, namesOf } from '../../domain/films/names';
import { readSpan } from '../../domain/films/span';
import { sizeText } from '../../domain/size';

type Value = Verdict['measured'];

/** 时长：4 分 58 秒。不足一秒的按一位小数。 */
function length(seconds: Value): string {
	const value = Number(seconds);
	const [h, m, s] = partsOf(value);
	if (value < 60) return `${Math.round(value * 10) / 10} 秒`;
	return [h && `${h} 小时`, m && `${m} 分`, s && `${s} 秒`].filter(Boolean).join(' ');
}
const percent = (share: Value) => `${Math.round(Number(share) * 1000) / 10}%`;
const rate = (bits: Value) => `${Math.round(Number(bits) / 1e4) / 100} Mbit/s`;
const plain = (unit: string) => (value: Value) => `${Number(value)} ${unit}`;

/** “不少于……”“不超过……”“……至……”；没有要求的，返回 null。 */
function span(asked: Value, show: (value: Value) => string): string | null {
	const [least, most] = readSpan(asked);
	if (least !== null && most !== null) return `${show(least)} 至 ${show(most)}`;
	if (least !== null) return `不少于 ${show(least)}`;
	return most === null ? null : `不超过 ${show(most)}`;
}

/** 量出的结果，加上要求；量不出的说明原因。 */
const told = (what: string, v: Verdict, measured: string, asked: string | null) =>
	v.measured === null && v.result === 'pass'
		? `对${what}没有要求。`
		: toldOf(what, v, measured, asked);
const toldOf = (what: string, { result }: Verdict, measured: string, asked: string | null) =>
	result === 'unknown'
		? `${what}尚未测出${asked ? `；要求${asked}` : ''}。`
		: `${what}${measured}${asked ? `，${result === 'pass' ? '符合' : '不符合'}要求（${asked}）` : ''}。`;

const lies: Record<string, string> = {
	archive: '压缩包',
	program: '程序',
	page: '网页代码',
	script: '脚本',
	document: '文档',
	playlist: '播放列表',
	attachment: '附件',
	trailing: '影片结束后的多余数据',
	unreferenced: '没有用到的数据',
	padding: '空白填充'
};
const liesIn = (found: Value) =>
	[
		...new Set(
			String(found)
				.split('; ')
				.map((one) => lies[one.split(' ')[0]!] ?? one)
		)
	].join('、');

type Sentences = Record<FilmRule, (verdict: Verdict) => string>;
const sentence: Sentences = {
	readable: ({ result, measured }) =>
		result === 'pass'
			? '文件可以读取。'
			: result === 'unknown'
				? '文件能否读取，上传后检查。'
				: measured === 'empty'
					? '文件是空的，请重新选择。'
					: '文件读不出影片，可能不是影片或已经损坏。请重新导出后再传。',
	whole: ({ result, measured }) =>
		result === 'pass'
			? '文件完整。'
			: result === 'unknown'
				? '文件是否完整，上传后检查。'
				: `文件不完整或已损坏，请重新导出后再传。（检测信息：${measured}）`,
	alone: ({ result, measured }) =>
		result === 'pass'
			? '文件里没有夹带其他内容。'
			: result === 'unknown'
				? '文件里有没有夹带其他内容，上传后检查。'
				: `文件里除影片外还有：${liesIn(measured)}。请用剪辑软件重新导出。`,
	'quiet-file': ({ result, measured }) =>
		result === 'pass'
			? '文件不引用别的文件或网址。'
			: result === 'unknown'
				? '文件是否引用别的文件或网址，上传后检查。'
				: `文件本身不含影片，而是指向别处：${measured}。请上传影片本身。`,
	type: ({ result, measured }) =>
		result === 'unknown'
			? '文件类型上传后检查。'
			: result === 'pass'
				? `文件类型是影片（${measured}）。`
				: `文件内容不是影片${measured ? `（实际是 ${measured}）` : ''}。改名不能改变内容，请上传影片。`,
	video: ({ result, measured }) =>
		result === 'pass'
			? `有画面（${nameOf(String(measured))}）。`
			: result === 'unknown'
				? '有没有画面，上传后检查。'
				: '文件里没有画面。',
	size: (v) =>
		told(
			'大小',
			v,
			` ${sizeText(Number(v.measured))}`,
			span(v.asked, (n) => sizeText(Number(n)))
		),
	length: (v) => told('时长', v, ` ${length(v.measured)}`, span(v.asked, length)),
	container: (v) =>
		told(
			'封装格式',
			v,
			` ${v.measured === null ? '无法识别' : nameOf(String(v.measured))}`,
			namesOf(v.asked)
		),
	'video-codec': (v) =>
		v.measured === null && v.result === 'pass'
			? '没有画面，不检查画面编码。'
			: told('画面编码', v, ` ${nameOf(String(v.measured))}`, namesOf(v.asked)),
	'audio-codec': (v) =>
		v.measured === null && v.result === 'pass'
			? '没有声音，不检查声音编码。'
			: told('声音编码', v, ` ${nameOf(String(v.measured))}`, namesOf(v.asked)),
	resolution: (v) => {
		const [short, long] = readSpan(v.asked);
		const asked = [
			short !== null && `短边不少于 ${short} 像素`,
			long !== null && `长边不超过 ${long} 像素`
		].filter(Boolean);
		return told('画面', v, ` ${v.measured ?? ''} 像素`, asked.join('，') || null);
	},
	ratio: (v) => told('画幅', v, ` ${v.measured ?? ''}`, namesOf(v.asked)),
	rate: (v) => told('帧率', v, ` ${v.measured ?? ''} 帧/秒`, span(v.asked, plain('帧/秒'))),
	bitrate: (v) => told('码率', v, ` ${rate(v.measured)}`, span(v.asked, rate)),
	sound: ({ result, measured, asked }) =>
		result === 'unknown'
			? '有没有声音，上传后检查。'
			: measured
				? '有声音。'
				: asked
					? '没有声音；本组别要求影片有声音。'
					: '没有声音。',
	black: (v) => told('黑场', v, `占全长 ${percent(v.measured)}`, span(v.asked, percent)),
	silence: (v) =>
		v.measured === null && v.result === 'pass'
			? '没有声音，不检查静音。'
			: told('静音', v, `占全长 ${percent(v.measured)}`, span(v.asked, percent)),
	loudness: (v) =>
		v.measured === null && v.result === 'pass'
			? '没有声音，不检查响度。'
			: told('响度', v, ` ${v.measured ?? ''} LUFS`, span(v.asked, plain('LUFS'))),
	subtitles: ({ result, measured, asked }) => {
		const has =
			measured === 'file'
				? '有字幕文件。'
				: measured === 'inside'
					? '字幕在影片文件内。'
					: '没有字幕文件。';
		if (result === 'unknown') return `${has}画面上有没有字幕，由工作人员查看。`;
		if (result === 'pass') return has;
		return asked === 'file' ? `${has}本组别要求另附字幕文件（SRT 或 WebVTT）。` : has;
	}
};

export const verdicts = {
	title: '技术初审',
	lead: '每一项都写明实测结果和本组别的要求。',
	waiting: '影片正在等待检查。',
	rule: {
		readable: '可读取',
		whole: '完整',
		alone: '无夹带',
		'quiet-file': '无外链',
		type: '文件类型',
		video: '画面',
		size: '大小',
		length: '时长',
		container: '封装格式',
		'video-codec': '画面编码',
		'audio-codec': '声音编码',
		resolution: '分辨率',
		ratio: '画幅',
		rate: '帧率',
		bitrate: '码率',
		sound: '声音',
		black: '黑场',
		silence: '静音',
		loudness: '响度',
		subtitles: '字幕'
	} satisfies Record<FilmRule, string>,
	result: { pass: '符合', warn: '注意', fail: '不符合', unknown: '待查' } satisfies Record<
		Verdict['result'],
		string
	>,
	sentence,
	/** 影片为什么不能用。 */
	unusable: {
		empty: '文件是空的。',
		foreign: '这不是影片文件。',
		reaches: '文件指向别的文件或网址，不予接收。',
		unreadable: '文件读不出影片。',
		malware: '查毒发现文件带有恶意程序，不予接收。'
	} as Record<string, string>,
	twins: {
		title: '相同与相近的影片',
		none: '没有发现相同或相近的影片。',
		kind: { exact: '完全相同', picture: '画面相近', sound: '声音相近', both: '画面和声音相近' },
		share: (share: number) => `重合部分占较短一部的 ${percent(share)}`,
		passage: (at: string, other: string, seconds: number) =>
			`本片 ${at} 起 ${Math.round(seconds)} 秒，对应另一部 ${other} 起`,
		mirrored: '左右翻转',
		sameEdition: '本届',
		past: '往届',
		gone: '那部作品的资料已删除。'
	},
	hints: {
		title: '供参考',
		kind: { phone: '联系电话相同', unit: '报送单位相同', title: '题目相同' },
		note: '以上只是线索，不说明作品有问题。'
	}
};
