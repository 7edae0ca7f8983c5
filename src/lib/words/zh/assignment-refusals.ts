type Detail = Record<string, string | number>;
const count = (n: number | string | undefined) => Number(n ?? 0).toLocaleString('zh-CN');

/** Why something about juries, conflicts or tasks was refused, as sentences. */
export const assignmentRefusals: Record<string, (detail: Detail) => string> = {
	gone: () => '找不到了，可能已经被别人改过。',
	'not-yours': () => '您没有办理这件事的权限。',
	'not-sealed': () => '规则封存以后才能分派。',
	'round-over': () => '这一轮已经截止，不能再改。',
	begun: () => '已经有人开始评，不能整体重分。',
	'no-entries': () => '这一轮里没有作品。',
	'no-jurors': () => '这一轮还没有评委。先在“评委”里编入。',
	'per-wrong': () => '每件作品的评分个数不对。',
	'per-above-jurors': (d: Detail) =>
		`每件要 ${d.per} 个分数，可是本轮只有 ${d.jurors} 位评委。减少个数，或者再请评委。`,
	'one-score-joins-nobody': () =>
		'每件只评一次，评委之间没有共评的作品，分数无法比较。改成至少两次；如果只需要初筛，请勾选“允许分组”。',
	'too-few-to-join': (d: Detail) =>
		`${d.entries} 件作品、每件 ${d.per} 个分数，不够把 ${d.jurors} 位评委连成一个整体。减少评委，或者增加每件的评分个数。`,
	'entries-without-jurors': (d: Detail) =>
		`${d.count} 件作品找不到 ${d.per} 位可以评的评委（最少的只有 ${d.possible} 位）：${d.entries}。请补充熟悉这些类别、又没有回避关系的评委。`,
	'jurors-without-room': (d: Detail) =>
		`评委愿意接的总数不够，还差 ${d.missing} 个。请放宽上限，或者再请评委。`,
	'jurors-apart': (d: Detail) =>
		`评委分成了 ${d.groups} 组，互相没有共评的作品，分数无法比较。最小的一组：${d.jurors}。请让至少一位评委同时熟悉两边的类别，或者勾选“允许分组”。`,
	missing: () => '请填写。',
	'too-long': (d: Detail) => `太长了，最多 ${d.limit} 个字。`,
	number: (d: Detail) => (d.limit ? `请填 1 到 ${count(d.limit)} 的整数。` : '请填整数。'),
	unknown: () => '没有找到，请核对。',
	'unknown-person': () => '没有这个账号，或者账号已停用。',
	'not-a-juror': () => '这个账号没有“评委”角色。',
	'already-there': () => '已经在里面了。',
	taken: () => '这个称呼已经有人用了。',
	'label-sealed': () => '名单已随规则封存，称呼不能再改。',
	'left-edition': () => '这位评委已退出本届，请先请回名单。',
	'left-already': () => '已经离开了。',
	'not-found-by-portal': () => '评委申报的、工作人员登记的和本人作品，不能解除。',
	'lifted-already': () => '已经解除过了。',
	'own-conflict': () => '这条回避和您本人有关，请由别人办理。',
	'own-entry': () => '这件作品和您本人有关，请由别人办理。此次操作没有生效。',
	conflict: () => '评委和作品有回避关系，不能指定。此次尝试已记录。',
	'juror-left': () => '评委已离开这一轮。',
	'unknown-entry': () => '这一轮里没有这件作品。',
	'unknown-juror': () => '这一轮里没有这位评委。',
	'already-theirs': () => '这位评委本来就在评这件作品。',
	'category-unknown': () => '评委没有登记熟悉这个类别。',
	'juror-full': () => '评委已到本人上限。',
	'not-open': () => '已经打了分或已经结束，不能再动。',
	twice: () => '和前面某一行重复。',
	empty: () => '表格里没有内容。',
	'too-large': () => '文件太大。',
	'too-many-rows': () => '行数太多。',
	'no-header': () => '没有找到表头。第一行要有“作品编号”（或“评审代码”）和“评委”两列。',
	unreadable: () => '文件读不出来。请存成 CSV，编码用 UTF-8 或 GB18030。',
	'stands-apart': () => '您在本届有参赛作品，结果公布前不能查看或使用分数，请由别人办理。',
	'not-adaptive': () => '这一轮的规则没有启用加评。',
	'not-open-yet': () => '评审开始以后才能加评。',
	'no-cut': () => '规则里没有入选名额，无法判断哪些作品拿不准。',
	'cannot-calibrate': () =>
		'现有的分数还不够校准：评委之间的共评太少，或者打分太少。等多一些分数再试。',
	'nobody-to-ask': () => '没有可以再请的评委：都评过、要回避，或者已到上限。',
	locked: () => '已经锁定，请联系工作人员。',
	closed: () => '这一轮现在不收分数。'
};
