/** A number of a page standing alone in a line: `3`, `- 3 -`, `— 3 —`, `第 3 页 共 9 页`. */
const PAGE_NUMBER = /^(?:[-–—·\s]*\d{1,4}[-–—·\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?)$/;
/** A line that ends a paragraph. */
const ENDS = /[。！？；：!?;:”’）)》】]$/;
/** A line that begins one: `第一条`, `一、`, `（二）`, `1.`, `附件`. */
const BEGINS =
	/^(?:第[一二三四五六七八九十百\d]+[章节条款]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,3}[.．、]|附\s*件)/;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Radicals that PDF fonts write for whole characters and that NFKC leaves (Unicode EquivalentUnifiedIdeograph). */
const radicals: Record<string, string> = Object.fromEntries(
	[
		...'⺠民⻄西⻅见⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⺟母⻁虎⻆角⻑長⺩王⺝月'.matchAll(
			/(.)(.)/gu
		)
	].map(([, radical, character]) => [radical, character])
);

/**
 * The words of a PDF’s pages as paragraphs: lines are joined where a sentence goes on, numbers of
 * pages fall away, letters that look alike become the usual ones (full-width Latin, radicals for
 * characters, no-break spaces). Chinese punctuation stays.
 */
export function wordsOf(pages: readonly string[]): string {
	const paragraphs: string[] = [];
	/** Lines of the paragraph being read, with the blanks between them; joined once, at its end. */
	let open: string[] = [];
	const end = () => {
		if (open.length) paragraphs.push(open.join(''));
		open = [];
	};
	for (const page of pages)
		for (const raw of page.trimEnd().split(/\r\n?|\n/)) {
			const line = tidyLine(raw);
			if (PAGE_NUMBER.test(line)) continue;
			if (!line) {
				end();
				continue;
			}
			if (BEGINS.test(line)) end();
			if (open.length && isApart(open[open.length - 1]!, line)) open.push(' ');
			open.push(line);
			if (ENDS.test(line)) end();
		}
	end();
	return paragraphs.join('\n\n');
}

function tidyLine(line: string): string {
	return (
		line
			// Compatibility forms of Han characters and radicals, which PDF fonts often use.
			.replace(/[\u2e80-\u2eff]/g, (char) => radicals[char] ?? char)
			.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (char) => char.normalize('NFKC'))
			.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (char) => char.normalize('NFKC'))
			.replace(
				/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd-\uffff]/g,
				''
			)
			.replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]+/g, ' ')
			.replace(/ {2,}/g, ' ')
			.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
			.trim()
	);
}

/** Whether a blank stands between two lines of a paragraph: between Latin words, not at Chinese. */
const isApart = (before: string, after: string): boolean =>
	!HAN.test(before.at(-1) ?? '') && !HAN.test(after[0] ?? '');
