import type { Field } from '../../domain/import/field';

type Detail = Record<string, string | number>;

/** Words of the importer in the studio, beside those of the import itself. */
export const studioImport = {
	title: '导入地点',
	lead: '从表格批量新建或修改地点。导入的内容先成为草稿，同样经过审核才会公开。',
	steps: ['选择文件', '核对', '导入'],
	file: '文件',
	accepts: 'CSV、Excel（.xlsx）、GeoJSON、KML，最多 20 MB，一次最多写入 2000 个地点。',
	upload: '上传并核对',
	private: '文件只有您自己能打开，一天后自动删除。',
	columns: '每一列是什么',
	column: '文件中的列',
	means: '含义',
	ignore: '不导入',
	datum: '坐标系',
	asFile: '按文件写明的；没有写明的按 WGS-84',
	datums: { wgs84: 'WGS-84 / CGCS2000', gcj02: 'GCJ-02（高德、腾讯）', bd09: 'BD-09（百度）' },
	anyway: '我已核对坐标系和位置，照此导入',
	check: '重新核对',
	result: '核对结果',
	counts: (added: number, changed: number, same: number) =>
		`将新建 ${added} 处，修改 ${changed} 处，${same} 处没有变化。`,
	map: '将要写入的位置',
	mapOf: (count: number) => `${count} 个有坐标的地点`,
	isNew: '新建',
	isChanged: '修改',
	outside: (count: number) => `另有 ${count} 个在示意图范围以外。`,
	problems: (count: number) => `有 ${count} 个问题，改好后才能导入`,
	download: '下载问题清单（CSV）',
	shownFirst: (count: number) => `下面列出前 ${count} 个。`,
	line: '行',
	value: '值',
	reason: '原因',
	go: (count: number) => `导入 ${count} 处为草稿`,
	nothing: '没有需要写入的内容。',
	again: '换一个文件',
	done: (count: number) => `已导入 ${count} 处草稿。公众看到的内容没有变化。`,
	toList: '去看这些草稿',
	halted: (place: string) => `“${place}”现在不能写入，所以全部没有导入：`,
	fault: {
		'no-file': '请先选择一个文件。',
		'no-form': '文件没有完整送达，请重试。',
		'too-big': '文件超过 20 MB。请分成几份。',
		'empty-file': '文件是空的。',
		busy: '上传的人太多，请稍后再试。',
		full: '服务器的磁盘快满了，请联系运维人员。',
		gone: '这个文件已经不在了（一天后自动删除），请重新上传。'
	} as Record<string, string>,
	refusal: {
		'in-review': '正在审核，要等审核结束',
		'in-trash': '在回收站里',
		'not-yours': '您的账号没有这项权限',
		'changed-meanwhile': '刚刚被别人修改',
		taken: '网址标识已被别的地点使用',
		'no-such': '引用的内容不存在'
	} as Record<string, string>,
	/** In place of sentences that speak of the command line. */
	instead: {
		'outside-china': () => '位置不在中国范围内；确认无误的，请勾选“照此导入”',
		'datum-alarm': (d: Detail) =>
			`整个文件看起来是 ${String(d.looksLike).toUpperCase()} 坐标：${d.matches} 个已有地点整体偏了约 ${d.metres} 米，方向和大小都吻合。请在“坐标系”里改选；确认无误的，勾选“照此导入”。`,
		'datum-conflict': () => '表头写明的坐标系和您选的不一致。',
		'several-sheets': (d: Detail) => `有几个工作表都像地点表：${d.sheets}。请只留下要导入的一个。`,
		'no-header': () => '没有认出表头。请在下面说明每一列是什么。',
		'too-many-rows': (d: Detail) => `一次最多写入 ${d.limit} 处。请分成几份。`
	} as Record<string, (detail: Detail) => string>,
	field: {
		slug: '网址标识',
		name: '名称',
		nameEn: '英文名称',
		kind: '类型',
		category: '单元类别',
		town: '镇街',
		address: '地址',
		addressEn: '英文地址',
		lon: '经度',
		lat: '纬度',
		position: '坐标（经纬度在一列）',
		datum: '坐标系',
		precision: '精度',
		accuracy: '误差（米）',
		verified: '位置已核实',
		level: '级别',
		tags: '标签',
		access: '无障碍设施',
		phone: '联系电话',
		summary: '简介',
		summaryEn: '英文简介',
		story: '故事',
		storyEn: '英文故事',
		transport: '交通',
		transportEn: '英文交通',
		hours: '开放时间',
		folder: '文件夹'
	} satisfies Record<Field, string>
};
