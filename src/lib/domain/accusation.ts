/**
 * Words of reports about discipline violations. The list errs on the side of refusing: nothing that
 * may accuse a person is stored here, and the sentence shown tells how to write it otherwise.
 */
const WORDS = [
	...'举报 检举 控告 揭发 揭露 告发 投诉 实名反映'.split(' '),
	...'受贿 行贿 贿赂 索贿 送礼 收礼 红包 礼金 回扣 好处费 卡要 利益输送 权钱交易'.split(' '),
	...'贪污 贪腐 贪官 腐败 腐化 挪用 侵吞 侵占 私分 套取 冒领 截留 小金库 公款'.split(' '),
	...'违纪 违法 违规 犯罪 渎职 滥用职权 玩忽职守 徇私 舞弊 以权谋私 假公济私 优亲厚友'.split(' '),
	...'保护伞 包庇 黑社会 恶霸 围标 串标 作风问题 包养 情妇 双规 留置 立案 查处'.split(' '),
	...'欺压 打击报复 吃空饷 买官 卖官'.split(' ')
];

/** Names of things and works that hold such a word and accuse nobody. */
const HARMLESS = [
	...'反腐败 反腐倡廉 举报箱 举报电话 举报窗口 投诉电话 投诉箱 投诉窗口 拒收红包'.split(' '),
	...'防止腐败 预防腐败 预防犯罪 违法建筑 违规停车 违法停车'.split(' ')
];

const ENGLISH =
	/\b(?:brib(?:e|es|ed|ery|ing)|corrupt(?:ion|ed)?|embezzl\w*|kickbacks?|fraud\w*|accus\w*|misconduct|whistle-?blow\w*|abuse of (?:power|office)|nepotism|misappropriat\w*|malfeasance)\b/;
const HARMLESS_ENGLISH = /\banti-?corruption\b/g;

/**
 * Whether a text looks like a report about somebody's violation of discipline or law, which belongs
 * to 12388 and is never stored here. Spaces and signs put between the characters do not hide a word.
 * @param fold gives the simplified form of one character, for texts in traditional characters
 */
export function accuses(text: string, fold: (char: string) => string = (char) => char): boolean {
	const plain = text.normalize('NFKC').toLowerCase();
	if (ENGLISH.test(plain.replace(HARMLESS_ENGLISH, ' '))) return true;
	let han = Array.from(plain.replace(/[^\p{Script=Han}]/gu, ''), fold).join('');
	for (const name of HARMLESS) han = han.replaceAll(name, '　');
	return WORDS.some((word) => han.includes(word));
}
