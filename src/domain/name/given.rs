//! Common first names, folded, as far as they tell the sex.
//!
//! Names both men and women bear (Саша, Женя, Валя) are left out on purpose.

use super::Sex;
use crate::domain::text::fold;

const MALE: &str = "адам азамат айдар айрат алан александр алексей али альберт анатолий андрей антон \
    аркадий арсен арсений артем артемий артур аслан афанасий ахмед ашот борис булат вадим валентин \
    валерий василий вениамин виктор виталий владимир владислав владлен всеволод вячеслав гаврил \
    геннадий георгий герман глеб гоча григорий давид данил данила даниил даниэль денис дмитрий \
    добрыня евгений егор ефим жан захар иван игнат игорь илья иннокентий иосиф ирек камиль карен \
    карл кирилл клим константин кузьма лаврентий лев леонид леонтий лука макар максим марат марк \
    матвей мирон мирослав михаил мурат назар никита николай олег олесь павел петр платон прохор \
    рамиль рафаэль рашид ринат роберт родион роман ростислав рубен рудольф руслан рустам савва \
    савелий самвел святослав семен сергей станислав степан тагир тарас тигран тимофей тимур тихон \
    федор феликс филипп фома эдуард эльдар эмиль эрик юлиан юлий юрий юсуф яков ян ярослав \
    саня дима коля петя ваня миша сережа леша алеша гриша вова володя толя боря юра гена костя \
    alexander alexey andrew andrey anthony boris charles christopher daniel david dmitry edward \
    george hans henry igor ivan jack james john joseph juergen karl klaus mark matthew michael \
    mikhail nicholas nikolay oleg paul peter pavel philip richard robert roman sergey stephen \
    thomas vladimir william yuri yury";

const FEMALE: &str = "агата агния аделина аида айгуль алевтина александра алена алина алиса алия алла \
    альбина альфия амина анастасия ангелина анжела анжелика анисия анна антонина анфиса ариадна \
    арина ася аурика белла богдана валентина валерия варвара василиса венера вера вероника виктория \
    виолетта галина гульнара дарина дарья диана дина динара ева евгения евдокия екатерина елена \
    елизавета жанна зарина зинаида злата зоя зульфия инга инесса инна ирина ия камилла карина \
    каролина кира клавдия клара кристина ксения лада лариса лейла лиана лидия лилия любовь людмила \
    ляйсан мадина майя маргарита марианна марина мария марта марьям мила милана милена мирослава \
    надежда наталия наталья нелли ника нина нонна оксана олеся ольга пелагея полина раиса регина \
    рената римма роза розалия руслана русудан сабина светлана серафима снежана софия софья стефания \
    таисия тамара татьяна тая ульяна фаина фатима христина эвелина элеонора элина эльвира эльмира \
    эмилия эмма эсмеральда юлиана юлия яна ярослава аня катя лена маша наташа оля таня юля ира света \
    alexandra alice anastasia anna barbara catherine christine diana ekaterina elena elizabeth emily \
    emma eva helen helena irina jane jennifer julia karen kate laura linda maria mary natalia olga \
    patricia sarah sophia susan svetlana tatiana tatyana victoria yulia";

/// Man or woman by a first name, the first of several: `Анна-Мария`, `Анна Мария`.
pub fn sex(name: &str) -> Option<Sex> {
    let name = fold(name);
    let name = name
        .split([' ', '-'])
        .next()
        .filter(|name| !name.is_empty())?;
    let is_in = |names: &str| names.split_ascii_whitespace().any(|other| other == name);
    match (is_in(MALE), is_in(FEMALE)) {
        (true, false) => Some(Sex::Male),
        (false, true) => Some(Sex::Female),
        _ => None,
    }
}
