type Detail = Record<string, string | number>;

/** 评审台没有照办的事，为什么。 */
export const refusals: Record<string, (detail: Detail) => string> = {
	gone: () => '找不到这件作品。它可能已经转给别的评委。',
	'not-begun': () => '评审还没有开始，评分没有记入。',
	closed: () => '评审已经结束，评分没有记入。',
	'stage-waits': () => '现场还没有轮到这位选手，评分没有记入。',
	'stage-shut': () => '这位选手的打分已经截止，评分没有记入。',
	locked: () => '这份评分已经锁定，不能再改。',
	clash: () => '这件作品的评分在别处改过，请选一份。',
	'not-a-number': () => '请填数字。',
	'off-scale': (d: Detail) => `请填 ${d.min} 到 ${d.max} 之间的分数。`,
	'too-fine': (d: Detail) =>
		Number(d.decimals) ? `最多 ${d.decimals} 位小数。` : '请填整数，不要小数。',
	missing: () => '还没有填。',
	unknown: () => '没有这个选项。',
	'not-a-place': () => '名次请填 1 以上的整数。',
	'too-long': (d: Detail) => `太长了，最多 ${d.limit} 个字。`,
	watch: (d: Detail) => `影片已看 ${d.share}%，看到 ${d.least}% 才能锁定。评分已经保存。`,
	'too-fast': () => '观看时间还不够，请看完再声明。',
	'no-moment': () => '时间请写成“分:秒”，例如 1:23。',
	'too-many': () => '记录太多了，请先删除一些。',
	'not-yours': () => '您不能做这件事。',
	'no-such-sheet': () => '该评委没有这个编号的作品。',
	nobody: () => '没有需要提醒的评委。',
	'not-locked': () => '这份评分没有锁定。',
	'own-sheet': () => '这是您自己的评分，请由别人解锁。',
	'stands-apart': () => '您有作品参加本届评审，不能处理评分。',
	prove: () => '请先确认身份，再签名。',
	unsigned: () => '还有没锁定的评分，全部锁定后才能签名。',
	changed: () => '评分表刚刚有变动，请核对后重新签名。',
	'say-none': () => '请填写需要回避的对象；没有的，请勾选“没有需要回避的”。',
	why: () => '请写明原因。'
};
