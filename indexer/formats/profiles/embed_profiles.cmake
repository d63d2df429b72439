# Writes the profiles as a C++ source: cmake -DOUTPUT=FILE -DFOLDER=FOLDER -DNAMES=a,b -P this
string(REPLACE "," ";" names "${NAMES}")
set(rows "")
foreach(name ${names})
  file(READ ${FOLDER}/${name}.profile text)
  string(APPEND rows "    {\"${name}\", R\"--profile--(${text})--profile--\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"indexer/formats/profiles/profile_store.h\"

namespace broadsheet {

namespace {

constexpr ProfileText kTexts[] = {
${rows}};

}  // namespace

std::span<const ProfileText> shipped_profile_texts() {
    return kTexts;
}

}  // namespace broadsheet
")
