#include "tests/support/archive_builder.h"

#include <memory>
#include <stdexcept>

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

namespace broadsheet::testing {
namespace {

class Writer {
public:
    // libarchive takes names for UTF-8 only in such a locale.
    Writer()
        : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
          before_(uselocale(utf8_)),
          archive_(archive_write_new(), archive_write_free) {}

    ~Writer() {
        archive_.reset();
        uselocale(before_);
        freelocale(utf8_);
    }

    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    [[nodiscard]] archive* get() const { return archive_.get(); }

    void check(int result) const {
        if (result < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(get()));
    }

    void open() {
        archive_write_set_bytes_per_block(get(), 0);
        check(archive_write_open2(get(), &bytes_, nullptr, &append, nullptr, nullptr));
    }

    void add(const std::string& name, std::string_view content) const {
        const auto header = header_of(name, static_cast<std::int64_t>(content.size()));
        check(archive_write_header(get(), header.get()));
        write(content);
    }

    [[nodiscard]] static std::unique_ptr<archive_entry, decltype(&archive_entry_free)> header_of(
        const std::string& name, std::int64_t size
    ) {
        std::unique_ptr<archive_entry, decltype(&archive_entry_free)> header(
            archive_entry_new(), archive_entry_free
        );
        archive_entry_set_pathname_utf8(header.get(), name.c_str());
        archive_entry_set_pathname(header.get(), name.c_str());
        archive_entry_set_filetype(header.get(), AE_IFREG);
        archive_entry_set_perm(header.get(), 0644);
        archive_entry_set_mtime(header.get(), 1'556'582'400, 0);
        archive_entry_set_size(header.get(), size);
        return header;
    }

    void write(std::string_view content) const {
        while (!content.empty()) {
            const la_ssize_t written = archive_write_data(get(), content.data(), content.size());
            if (written <= 0) throw std::runtime_error("cannot write an archive entry");
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    std::string finish() {
        check(archive_write_close(get()));
        return std::move(bytes_);
    }

private:
    static la_ssize_t append(archive* /*writer*/, void* bytes, const void* block, size_t size) {
        static_cast<std::string*>(bytes)->append(static_cast<const char*>(block), size);
        return static_cast<la_ssize_t>(size);
    }

    locale_t utf8_;
    locale_t before_;
    std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
    std::string bytes_;
};

int set_format(archive* writer, ArchiveKind kind) {
    switch (kind) {
        case ArchiveKind::tar:
            return archive_write_set_format_ustar(writer);
        case ArchiveKind::pax:
            return archive_write_set_format_pax(writer);
        case ArchiveKind::zip:
            return archive_write_set_format_zip(writer);
        case ArchiveKind::zip_stored:
            archive_write_set_format_zip(writer);
            return archive_write_set_format_option(writer, "zip", "compression", "store");
        case ArchiveKind::seven_zip:
            return archive_write_set_format_7zip(writer);
        case ArchiveKind::cpio:
            return archive_write_set_format_cpio_newc(writer);
        case ArchiveKind::ar:
            return archive_write_set_format_ar_svr4(writer);
        case ArchiveKind::iso:
            return archive_write_set_format_iso9660(writer);
        case ArchiveKind::xar:
            return archive_write_set_format_xar(writer);
    }
    throw std::logic_error("no such archive kind");
}

int add_filter(archive* writer, CompressionKind kind) {
    switch (kind) {
        case CompressionKind::none:
            return archive_write_add_filter_none(writer);
        case CompressionKind::gzip: {
            const int result = archive_write_add_filter_gzip(writer);
            archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr);
            return result;
        }
        case CompressionKind::bzip2:
            return archive_write_add_filter_bzip2(writer);
        case CompressionKind::compress:
            return archive_write_add_filter_compress(writer);
        case CompressionKind::xz:
            return archive_write_add_filter_xz(writer);
        case CompressionKind::lzma:
            return archive_write_add_filter_lzma(writer);
        case CompressionKind::lzip:
            return archive_write_add_filter_lzip(writer);
        case CompressionKind::zstd:
            return archive_write_add_filter_zstd(writer);
        case CompressionKind::lz4:
            return archive_write_add_filter_lz4(writer);
    }
    throw std::logic_error("no such compression kind");
}

}  // namespace

std::string archive_of(
    ArchiveKind kind, const std::vector<PackedFile>& files, CompressionKind compression
) {
    Writer writer;
    writer.check(set_format(writer.get(), kind));
    writer.check(add_filter(writer.get(), compression));
    writer.open();
    for (const PackedFile& file : files)
        writer.add(file.name, file.content);
    return writer.finish();
}

std::string compressed(CompressionKind kind, std::string_view content) {
    Writer writer;
    writer.check(archive_write_set_format_raw(writer.get()));
    writer.check(add_filter(writer.get(), kind));
    writer.open();
    writer.add("data", content);
    return writer.finish();
}

std::string encrypted_zip(const std::vector<PackedFile>& files, const std::string& password) {
    Writer writer;
    writer.check(archive_write_set_format_zip(writer.get()));
    writer.check(archive_write_set_format_option(writer.get(), "zip", "encryption", "aes256"));
    writer.check(archive_write_set_passphrase(writer.get(), password.c_str()));
    writer.open();
    for (const PackedFile& file : files)
        writer.add(file.name, file.content);
    return writer.finish();
}

std::string sparse_tar(
    const std::string& name,
    std::string_view data,
    std::int64_t offset_bytes,
    std::int64_t size_bytes
) {
    Writer writer;
    writer.check(archive_write_set_format_pax(writer.get()));
    writer.open();
    const auto header = Writer::header_of(name, size_bytes);
    archive_entry_sparse_add_entry(
        header.get(), offset_bytes, static_cast<std::int64_t>(data.size())
    );
    writer.check(archive_write_header(writer.get(), header.get()));
    // The writer of pax takes the blanks, too, and leaves them out itself.
    const std::string zeros(std::size_t{64} << 10U, '\0');
    for (std::int64_t left = offset_bytes; left > 0;
         left -= static_cast<std::int64_t>(zeros.size()))
        writer.write(std::string_view(zeros).substr(0, static_cast<std::size_t>(left)));
    writer.write(data);
    return writer.finish();
}

}  // namespace broadsheet::testing
