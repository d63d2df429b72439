#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/ascii.h"
#include "common/text/folding.h"
#include "indexer/formats/field_names.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNameBytesMax = 80;

struct Row {
    FieldRole role;
    std::string_view names;  // best first
};

// The names seen in public dumps, feeds and the answers of newspapers' own services, without
// separators and in small letters.
constexpr std::array kRows = std::to_array<Row>({
    {FieldRole::id,
     "id uuid docid docno documentid articleid storyid newsid guid identifier pid itemid doi hash "
     "uri altid nid hexdigest warcrecordid"},
    {FieldRole::url,
     "url articleurl weburl canonicalurl link permalink href pageurl documenturl sourceurl "
     "shorturl originalurl requestedurl storyurl finalurl canonicallink respondedurl newsurl"},
    {FieldRole::source,
     "source publisher publication sourcename publishername newspaper outlet sitename domain "
     "sourcedomain website mediasource provider agency feedname originalsource newsdesk journal "
     "site creditline medianame metasitename sourcehostname hostname newspapername paper"},
    {FieldRole::section,
     "section sectionname category newssection sectiontitle topcategory desk rubric channel "
     "articlesection department pillarname subcategory"},
    {FieldRole::headline,
     "headline title articletitle webtitle headlinetext newstitle newsheadline storytitle "
     "pagetitle titletext "
     "heading fulltitle articleheadline maintitle titre titulo titel headlineprimary headlines "
     "subject name"},
    {FieldRole::deck,
     "deck standfirst subtitle subheadline subheading trailtext description summary "
     "descriptiontext abstract excerpt lead dek teaser shortdescription subhead metadescription "
     "lede leadparagraph snippet alternativeheadline intro descriptions desc highlights metadesc"},
    {FieldRole::byline,
     "byline author authors creator writer writers bylinetext reporter reporters authorname "
     "articleauthor autor contributors dccreator"},
    {FieldRole::body,
     "maintext articlebody bodytext fulltext contenttext body text content articletext "
     "articlecontent storytext newstext cleanedtext cleantext plaintext textcontent passage "
     "document rawtext paragraphs contents story article contents bodies segment"},
    {FieldRole::html_body, "bodyhtml contenthtml bodyxhtml html contentencoded articlehtml"},
    {FieldRole::published,
     "published datepublished publishedat publicationdate pubdate publishdate publisheddate "
     "webpublicationdate firstpublished firstpublicationdate dateissued versioncreated datetime "
     "date timestamp time created createdat datecreated posted postdate dateposted firstcreated "
     "issuedate displaydate releasedate publishedon articledate publishtime publishedtime day "
     "dateline1 year seendate publishingdate publishdatetime datetimepub pubtime "
     "newsdate"},
    {FieldRole::updated,
     "updated updatedat datemodified modified lastmodified modifieddate lastupdated moddate "
     "dateupdated datemodify contentmodified webmodified revised"},
    {FieldRole::language,
     "language lang inlanguage languagecode langcode locale dclanguage metalang"},
    {FieldRole::caption, "caption imagecaption photocaption captions imgcaption fullcaption"},
    {FieldRole::credit, "credit imagecredit photocredit photographer"},
    {FieldRole::tags,
     "tags keywords topics keyword tag newskeywords categories subjects entities "
     "descriptors desfacet hashtags slugline slug concepts metakeywords"},
    {FieldRole::places, "places place location locations geofacet country countries city geo"},
    {FieldRole::dateline, "dateline located datelinetext"},
    {FieldRole::kicker, "kicker overline toptitle supertitle antetitle"},
});

// What the columns of dumps are called in the languages they are of; each name as it is written
// there, and without accents where tables are written so.
constexpr std::array kRowsAbroad = std::to_array<Row>({
    {FieldRole::headline,
     "titular titolo tytuł tytul titulek cím cim overskrift rubrik otsikko tittel titlu naslov "
     "überschrift ueberschrift schlagzeile başlık baslik haberbaşlığı haberbasligi haberbaslik "
     "manşet manset заголовок название новость zagolovok заглавие judul judulberita tiêuđề "
     "tieude tựađề 标题 標題 新闻标题 新聞標題 题目 题名 タイトル 見出し 記事タイトル 제목 "
     "기사제목 العنوان عنوان عنوانالخبر "
     "العنوانالرئيسي سرخی शीर्षक শিরোনাম τίτλος כותרת หัวข้อ หัวข้อข่าว kichwa kichwachahabari "
     "kanunlabarai"},
    {FieldRole::deck,
     "untertitel vorspann vorlauf anreißer chapo chapô chapeau soustitre résumé resume "
     "subtítulo subtitulo entradilla bajada copete resumen resumo linhafina sottotitolo "
     "sommario occhiello özet ozet altbaşlık altbaslik spot подзаголовок аннотация анонс "
     "описание лид zajawka perex ingress samenvatting ringkasan tómtắt tomtat sapo 摘要 导语 導語 "
     "简介 "
     "概要 要約 副标题 요약 부제 الملخص ملخص العنوانالفرعي خلاصه چکیده सारांश সারাংশ"},
    {FieldRole::byline,
     "auteur auteurs autore autori verfasser redakteur periodista redator repórter reporter "
     "jornalista journaliste signature yazar muhabir автор авторы журналист szerző szerzo "
     "schrijver forfatter författare forfattare kirjoittaja dziennikarz penulis wartawan "
     "tácgiả tacgia phóngviên 作者 记者 記者 撰稿人 编辑 著者 筆者 기자 기자명 저자 글쓴이 الكاتب "
     "كاتب المؤلف الصحفي "
     "المحرر نویسنده خبرنگار लेखक লেখক mwandishi"},
    {FieldRole::body,
     "texto textocompleto corpo cuerpo contenido conteudo conteúdo contenu corps corpsarticle "
     "texte testo contenuto inhalt artikeltext volltext artikel içerik icerik metin haber "
     "habermetni habericerik haberiçeriği текст содержание содержимое статья полныйтекст treść "
     "tresc obsah szöveg szoveg tartalom cikk inhoud tekst brødtekst brodtekst innehåll "
     "innehall teksti sisältö sisalto conținut continut sadržaj sadrzaj isi konten isiberita "
     "isiartikel berita nộidung noidung 内容 內容 正文 新闻内容 新聞內容 全文 文章 文本 本文 記事 "
     "記事本文 본문 내용 기사 기사본문 "
     "기사내용 النص نص المحتوى محتوى المقال الخبر نصالخبر متن محتوا متنخبر خبر तथ्य समाचार खबर "
     "লেখা সংবাদ κείμενο תוכן เนื้อหา เนื้อข่าว habari maudhui labari notícia noticia matéria"},
    {FieldRole::published,
     "fecha datum fechapublicación fechapublicacion data datapublicação datapublicacao "
     "datapubblicazione "
     "datapublikacji datepublication publicationdatetime erscheinungsdatum veröffentlicht "
     "veroeffentlicht tarih yayıntarihi yayintarihi habertarihi дата датапубликации dátum dato "
     "päivämäärä paivamaara tanggal tanggalterbit ngày ngay ngàyđăng ngaydang thờigian "
     "thoigian 日期 时间 時間 发布时间 發布時間 发布日期 发表时间 发表日期 日付 日時 公開日 掲載日 "
     "날짜 일자 작성일 작성일자 등록일 التاريخ "
     "تاريخ تاريخالنشر تاریخ تاریخانتشار दिनांक तारीख তারিখ ημερομηνία תאריך วันที่ tarehe "
     "kwanan"},
    {FieldRole::updated,
     "aktualisiert misàjour misajour actualizado atualizado güncelleme guncelleme обновлено "
     "更新时间 更新日時 수정일"},
    {FieldRole::section,
     "ressort rubrique sección seccion seção secao secção editoria categoría categoria "
     "catégorie kategorie kategoria kategori kategorija haberkategori рубрика категория раздел "
     "rovat dział dzial chuyênmục chuyenmuc danhmục danhmuc sezione 栏目 欄目 分类 分類 类别 類別 "
     "频道 版面 "
     "カテゴリ カテゴリー ジャンル 분류 카테고리 섹션 التصنيف تصنيف القسم قسم الفئة دستهبندی دسته "
     "گروه بخش श्रेणी "
     "वर्ग বিভাগ বিষয় κατηγορία หมวดหมู่ newscategory categoryname kundi"},
    {FieldRole::source,
     "fonte fuente quelle zeitung medio medium veículo veiculo jornal giornale kaynak источник "
     "издание сми źródło zrodlo zdroj forrás forras bron kilde källa kalla lähde lahde sursa "
     "izvor sumber nguồn nguon 来源 來源 媒体 出处 报纸 出典 媒体名 媒体社 언론사 출처 매체 المصدر "
     "مصدر الصحيفة صحيفة "
     "الموقع منبع خبرگزاری स्रोत উৎস πηγή מקור ที่มา chanzo"},
    {FieldRole::url,
     "enlace lien liens adresse ссылка адрес odkaz odnośnik tautan pautan liênkết 链接 連結 網址 "
     "网址 "
     "リンク 링크 الرابط رابط لینک लिंक লিংক"},
    {FieldRole::language,
     "sprache langue idioma lingua dil язык język jezyk nyelv taal språk kieli bahasa 语言 語言 "
     "言語 "
     "언어 اللغة زبان भाषा lugha"},
    {FieldRole::tags,
     "motsclés motscles etiquetas palabrasclave palavraschave schlagworte schlagwörter "
     "stichworte etiketler anahtarkelimeler теги ключевыеслова метки tagi słowakluczowe "
     "trefwoorden từkhóa tukhoa 关键词 關鍵詞 关键字 标签 標籤 キーワード タグ 키워드 태그 الوسوم "
     "الكلماتالمفتاحية "
     "كلماتمفتاحية برچسب برچسبها"},
    {FieldRole::places,
     "lieu ort lugar luogo место 地点 地點 地区 場所 지역 장소 المكان مكان lokasi địađiểm"},
    {FieldRole::topic,
     "topic label labelname labeltext classname topicname thema tema тема konu temat etiket 主题 "
     "主題 トピック 주제 الموضوع موضوع विषय mada"},
    {FieldRole::caption,
     "bildunterschrift bildtext légende légendephoto legenda didascalia подпись"},
});

bool is_separator(char c) {
    return c == '_' || c == '-' || c == ' ' || c == '.' || c == ':' || c == '@' || c == '/' ||
           c == '\t';
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
}

// A name as names are compared: without separators, in small letters, and all that fold() does.
// Nothing is allocated for ASCII, as every key of every object comes here.
class PlainName {
public:
    explicit PlainName(std::string_view name) {
        if (is_ascii(name)) {
            add(name);
        } else {
            add(fold(name));
        }
    }

    [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

private:
    void add(std::string_view name) {
        for (const char c : name) {
            if (!is_separator(c) && size_ < letters_.size()) letters_[size_++] = to_ascii_lower(c);
        }
    }

    std::array<char, kNameBytesMax> letters_{};
    std::size_t size_ = 0;
};

struct NameHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view name) const {
        return std::hash<std::string_view>()(name);
    }
};

using NameTable = std::unordered_map<std::string, FieldName, NameHash, std::equal_to<>>;

void add_names(const Row& row, int rank, NameTable& table) {
    std::string_view rest = row.names;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const PlainName name(rest.substr(0, end));
        table.emplace(std::string(name.view()), FieldName{row.role, rank++});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

NameTable make_table() {
    NameTable table;
    for (const Row& row : kRows)
        add_names(row, 0, table);
    for (const Row& row : kRowsAbroad)
        add_names(row, kAbroadNameRank, table);
    return table;
}

}  // namespace

std::optional<FieldName> recognise_field(std::string_view name) {
    static const NameTable kTable = make_table();
    if (name.size() > kNameBytesMax) return std::nullopt;
    const auto found = kTable.find(PlainName(name).view());
    if (found == kTable.end()) return std::nullopt;
    return found->second;
}

}  // namespace broadsheet
