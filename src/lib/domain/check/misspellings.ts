/**
 * Common misspellings of Chinese words, as language teachers list them: wrong, right. Only such
 * whose characters hardly ever meet by chance inside other words are here; an office adds its own.
 */
export const misspellings: readonly (readonly [wrong: string, right: string])[] = `
甘败下风 甘拜下风
自抱自弃 自暴自弃
针贬 针砭
泊来品 舶来品
脉博 脉搏
松驰 松弛
一愁莫展 一筹莫展
穿流不息 川流不息
精萃 精粹
重迭 重叠
渡假村 度假村
幅射 辐射
天翻地复 天翻地覆
言简意骇 言简意赅
气慨 气概
一股作气 一鼓作气
悬梁刺骨 悬梁刺股
粗旷 粗犷
食不裹腹 食不果腹
震憾 震撼
侯车室 候车室
迫不急待 迫不及待
一如继往 一如既往
草管人命 草菅人命
娇揉造作 矫揉造作
一诺千斤 一诺千金
不径而走 不胫而走
峻工 竣工
不落巢臼 不落窠臼
烩炙人口 脍炙人口
死皮癞脸 死皮赖脸
鼎立相助 鼎力相助
再接再励 再接再厉
老俩口 老两口
黄梁美梦 黄粱美梦
水笼头 水龙头
杀戳 杀戮
痉孪 痉挛
美仑美奂 美轮美奂
蛛丝蚂迹 蛛丝马迹
萎糜不振 萎靡不振
沉缅 沉湎
默守成规 墨守成规
大姆指 大拇指
沤心沥血 呕心沥血
出奇不意 出其不意
修茸 修葺
亲睐 青睐
磬竹难书 罄竹难书
入场卷 入场券
声名雀起 声名鹊起
发韧 发轫
谈笑风声 谈笑风生
有持无恐 有恃无恐
额首称庆 额手称庆
追朔 追溯
鬼鬼崇崇 鬼鬼祟祟
金榜提名 金榜题名
走头无路 走投无路
趋之若骛 趋之若鹜
洁白无暇 洁白无瑕
渲泄 宣泄
寒喧 寒暄
弦律 旋律
膺品 赝品
竭泽而鱼 竭泽而渔
滥芋充数 滥竽充数
世外桃园 世外桃源
醮水 蘸水
装祯 装帧
饮鸠止渴 饮鸩止渴
旁证博引 旁征博引
灸手可热 炙手可热
姿意妄为 恣意妄为
编缉 编辑
两袖轻风 两袖清风
反腐昌廉 反腐倡廉
党风连政 党风廉政
克已奉公 克己奉公
以身做则 以身作则
防微杜惭 防微杜渐
警钟常鸣 警钟长鸣
`
	.trim()
	.split('\n')
	.map((line) => line.split(' ') as unknown as readonly [string, string]);
